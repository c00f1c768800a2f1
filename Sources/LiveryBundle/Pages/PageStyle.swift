import LiveryTenant

/// The style sheet of the policy page. The preview shows policies with the same rules.
enum PageStyle {
    /// What the style element of a page holds, which the page allows by its digest.
    struct Sheet {
        let text: String
        /// In base 64.
        let digest: String
        /// Browsers colour their own bars like the bands.
        let bands: (light: Color, dark: Color)

        init(_ text: String, _ branding: Branding) {
            self.text = text
            digest = Base64.encode(SHA256.digest(Array(text.utf8)))
            bands = (PagePalette.light(branding).band, PagePalette.dark(branding).band)
        }
    }

    /// One custom property a colour, light first and dark where the reader's system asks for it.
    static func tokens(_ branding: Branding) -> String {
        let light = declarations(PagePalette.light(branding))
        let dark = declarations(PagePalette.dark(branding))
        return """
            :root{color-scheme:light dark;--hair:1px solid var(--line);\(light)}
            @media (prefers-color-scheme:dark){:root{\(dark)}}

            """
    }

    private static func declarations(_ palette: PagePalette) -> String {
        palette.tokens.map { "--\($0.name):\($0.color.hex)" }.joined(separator: ";")
    }

    /// The page around the policy.
    static let page = """
        *,::before,::after{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--page);color:var(--text);font:1.0625rem/1.5 system-ui,sans-serif;\
        overflow-wrap:anywhere}
        .skip{position:absolute;inset-block-start:-6rem;z-index:1;padding:.75rem 1rem;background:var(--page)}
        .skip:focus{inset-block-start:0}
        :focus-visible{outline:3px solid;outline-offset:3px}
        .inner{max-inline-size:70rem;margin-inline:auto;padding-inline:1rem}
        .band{background:var(--band);color:var(--on-band);padding-block:1.5rem 2.25rem}
        .band h1{margin:0;font-size:clamp(1.875rem,1.4rem + 2.2vw,2.75rem);line-height:1.15;letter-spacing:-.015em}
        .band .brand{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem;margin:0 0 1.75rem;font-weight:600}
        .logo{background:#fff;border-radius:.625rem;padding:.375rem .625rem}
        .both{background:var(--page)}
        .logo img{display:block;block-size:2rem;max-inline-size:9rem;object-fit:contain}
        .foot{border-block-start:var(--hair);margin-block-start:4rem;padding-block:1rem 2rem;color:var(--muted);\
        font-size:.9375rem}
        @media (min-width:64rem){
        .inner{padding-inline:2rem}
        .band{padding-block:2rem 3.25rem}
        .layout{display:grid;grid-template:auto auto 1fr/15rem minmax(0,46rem);column-gap:5rem}
        .layout>*{grid-column:2}
        .layout>.contents{grid-area:1/1/4/2;position:sticky;inset-block-start:1.5rem;align-self:start;\
        max-block-size:calc(100vh - 3rem);overflow:auto;padding-block:.5rem 1rem}
        .layout>.contents ul{columns:auto}
        }

        """

    /// The policy itself: the short answer, the list of contents, tables, sections, annexes. Nothing here names the
    /// page around it, so that the preview can nest the whole of it.
    static let policy = """
        a{color:var(--link);text-underline-offset:.2em}
        a[href^="tel:"]{white-space:nowrap}
        a[href^="tel:"]{white-space:nowrap}
        p,.body ul{margin:.75rem 0;max-inline-size:32em}
        .body ul{padding-inline-start:1.25rem}
        li+li{margin-block-start:.4rem}
        h1,.title,caption{text-wrap:balance}
        .title,.glance caption{margin:2.75rem 0 .75rem;font-size:1.4375rem;line-height:1.25;letter-spacing:-.01em;\
        font-weight:700}
        .sub{margin:1.5rem 0 .5rem;font-size:1.0625rem;line-height:1.3}
        [id]{scroll-margin-block-start:1.5rem}
        .short{margin-block-start:-1.25rem;background:var(--card);border:var(--hair);border-radius:1rem;\
        padding:1.25rem 1.25rem .5rem}
        .short .title{margin:0 0 .5rem}
        .short ul,.contents ul{list-style:none;margin:0;padding:0}
        .short li{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;column-gap:1.5rem;\
        margin:0;padding-block:.75rem .5rem;border-block-start:var(--hair)}
        .short li>span{flex:1 1 18rem}
        .short li>a{display:inline-flex;align-items:center;min-block-size:2.75rem;font-size:.9375rem}
        .questions{margin-block:1.25rem 0}
        .actions{display:flex;flex-wrap:wrap;gap:.75rem}
        .button{display:inline-flex;align-items:center;min-block-size:3rem;padding:.5rem 1.125rem;\
        border:2px solid var(--button);border-radius:.75rem;background:var(--button);color:var(--on-button);\
        font-weight:600;text-decoration:none}
        .plain{background:none;color:var(--link);border-color:currentColor}
        .contents{margin-block:2rem 0}
        .contents .title{margin:0 0 .25rem;font-size:1.0625rem;letter-spacing:0}
        .contents ul{columns:17rem;column-gap:2rem}
        .contents li{margin:0;break-inside:avoid}
        .contents a{display:flex;align-items:center;min-block-size:2.75rem;padding-block:.375rem;line-height:1.3;\
        text-decoration:none;border-block-end:var(--hair)}
        .contents a:hover,.button:hover{text-decoration:underline}
        table{inline-size:100%;table-layout:fixed;margin-block:1rem;border-collapse:collapse;font-size:1rem;\
        line-height:1.45}
        caption{text-align:start;padding-block-end:.75rem;color:var(--muted)}
        .glance caption{margin-block-end:0;color:var(--text)}
        th,td{padding:.75rem 1rem .75rem 0;vertical-align:top;text-align:start;border-block-end:var(--hair)}
        thead th{color:var(--muted);border-block-end-width:2px}
        tbody th{inline-size:21%}
        .label{display:none}
        .annex{max-inline-size:46rem;border-block-end:var(--hair)}
        .first-annex{margin-block-start:3rem;border-block-start:var(--hair)}
        .annex summary{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-block-size:3.25rem;\
        cursor:pointer}
        .annex summary::-webkit-details-marker{display:none}
        .annex summary::after{content:"";flex:none;inline-size:.6rem;block-size:.6rem;margin-inline-end:.4rem;\
        border:solid var(--link);border-width:0 2px 2px 0;rotate:45deg}
        .annex[open] summary::after{rotate:-135deg}
        .annex .title{margin:0;font-size:1.125rem;letter-spacing:0}
        .annex>div{padding-block-end:1.25rem}

        """

    /// Below 40 rem each row becomes a block: its title, then label and value. The head is clipped, not removed, so
    /// that it still names the columns to assistive tools.
    static func stackedTable(query: String) -> String {
        """
        \(query){
        table,caption,tbody,tr,th,td{display:block}
        thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
        tbody tr{padding-block:1rem;border-block-end:var(--hair)}
        tbody tr:first-child{border-block-start:var(--hair)}
        tbody th,td{padding:0;border:0;inline-size:auto}
        tbody th{font-size:1.0625rem;margin-block-end:.375rem}
        td{display:grid;grid-template-columns:minmax(5.5rem,24%) minmax(0,1fr);column-gap:1rem;padding-block:.1875rem}
        .label{display:block;color:var(--muted)}
        }

        """
    }

    /// Black on white, folded parts open, addresses of links printed, rows and headings kept together.
    private static let print = """
        @media print{
        :root{color-scheme:light;--page:#fff;--card:#fff;--text:#000;--muted:#333;--line:#999;--band:#fff;\
        --on-band:#000;--link:#000}
        @page{margin:18mm 16mm}
        body{font-size:11pt}
        .skip,.contents,.questions,.annex summary::after,.short li>a{display:none}
        .layout{display:block}
        .inner{padding:0}
        .band{padding:0 0 1rem;border-block-end:2px solid}
        .band .brand{margin-block-end:.75rem}
        .short{margin-block-start:1rem}
        p,.body ul{max-inline-size:none}
        details::details-content{content-visibility:visible;block-size:auto}
        a[href^="https:"]::after{content:" (" attr(href) ")";font-size:9pt}
        tr,li,.short{break-inside:avoid}
        h1,h2,h3,caption,thead,summary{break-after:avoid}
        p,li{orphans:3;widows:3}
        }

        """

    static func policyPage(_ branding: Branding) -> Sheet {
        Sheet(tokens(branding) + allPolicies, branding)
    }

    private static let allPolicies =
        page + policy + stackedTable(query: "@media screen and (max-width:40rem)") + print
}
