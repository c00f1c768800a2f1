import LiveryTenant

/// All of a tenant that decides which laws apply to it. Most shops have it in common with others.
struct LawSubject: Hashable, Sendable {
    let customersIn: [Region]
    let home: Region
    let effectiveDate: CalendarDate
    let size: BusinessSize
    let sellsData: Bool
    let sharesForAds: Bool
    let forChildren: Bool
    let hasSensitiveData: Bool
    let sellsSensitiveData: Bool

    init(_ tenant: Tenant) {
        let privacy = tenant.privacy
        (customersIn, home) = (privacy.customersIn, tenant.shop.address.region)
        (effectiveDate, size, forChildren) = (privacy.effectiveDate, privacy.size, privacy.forChildren)
        (sellsData, sharesForAds) = (privacy.sellsData, privacy.sharesForAds)
        (hasSensitiveData, sellsSensitiveData) = (tenant.hasSensitiveData, tenant.sellsSensitiveData)
    }
}
