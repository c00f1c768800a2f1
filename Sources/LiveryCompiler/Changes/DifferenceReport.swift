import LiveryDiagnostics
import LiveryPrivacy

/// The differences of several shops as JSON, for programs.
package enum DifferenceReport {
    package static func json(_ differences: [BundleDifference], newShops: [String]) -> [UInt8] {
        JSONWriter.document { json in
            json.field("format_version", 1)
            json.field("material", differences.contains(where: \.isMaterial))
            json.strings("new_shops", newShops)
            json.array("shops") { shops in
                for difference in differences { shops.element { difference.write(to: &$0) } }
            }
        }
    }
}

extension BundleDifference {
    fileprivate func write(to json: inout JSONWriter) {
        json.field("shop", shop)
        json.field("changed", !isEmpty)
        json.field("material", isMaterial)
        json.object("version") { entry in
            entry.field("before", oldVersion)
            entry.field("after", newVersion)
        }
        json.object("effective_date") { entry in
            entry.field("before", effectiveDate.old)
            entry.field("after", effectiveDate.new)
        }
        json.array("changes") { list in
            for change in changes {
                list.element { entry in
                    entry.field("kind", change.kind.rawValue)
                    entry.field("sign", change.sign.rawValue)
                    entry.field("subject", change.subject)
                    entry.field("before", orNull: change.before)
                    entry.field("after", orNull: change.after)
                    entry.field("cause", orNull: change.cause?.rawValue)
                    entry.field("sentence", orNull: change.sentence)
                }
            }
        }
        json.array("duties") { list in
            for duty in duties {
                list.element { entry in
                    entry.field("law", duty.law)
                    entry.field("cite", duty.cite)
                    entry.field("mark", duty.mark.rawValue)
                    entry.field("demand", duty.demand)
                }
            }
        }
        json.strings("reminders", reminders)
        json.field("asks_visitors_again", asksAgain)
        json.object("partner_notice") { entry in
            entry.object("version") { version in
                version.field("before", noticeVersion.old)
                version.field("after", noticeVersion.new)
            }
            entry.array("changes") { list in
                for change in noticeChanges {
                    list.element { entry in
                        entry.field("clause", change.clause)
                        entry.field("sign", change.sign.rawValue)
                        entry.field("before", orNull: change.before)
                        entry.field("after", orNull: change.after)
                    }
                }
            }
        }
        json.array("configuration") { list in
            for change in configuration {
                list.element { entry in
                    entry.field("file", change.file)
                    entry.field("member", orNull: change.member)
                    entry.field("before", orNull: change.before)
                    entry.field("after", orNull: change.after)
                }
            }
        }
        guard let notice else { return json.field("notices", orNull: nil) }
        json.object("notices") { entry in
            entry.field("email", notice.email)
            entry.field("banner", notice.banner)
            entry.field("web", notice.web)
        }
    }
}
