import LiveryTenant

/// The style sheet of the preview: the policy page's own rules, and frames around them.
///
/// Media queries cannot be forced for one element, so each frame has a colour scheme of its own and every token is
/// written with `light-dark()`.
enum PreviewStyle {
    static func css(_ branding: Branding, _ art: PreviewArt) -> String {
        let page = zip(PagePalette.light(branding).tokens, PagePalette.dark(branding).tokens)
            .map { "--\($0.name):light-dark(\($0.color.hex),\($1.color.hex))" }
        let app = zip(branding.light.roles, branding.dark.roles)
            .map { "--app-\($0.name):light-dark(\($0.color.hex),\($1.color.hex))" }
        let fonts = [
            "--heading:\(CSSText.family(branding.typography.headingFont))",
            "--body:\(CSSText.family(branding.typography.bodyFont))",
        ]
        let tokens = (page + app + fonts + art.properties).joined(separator: ";")
        let root = ":root{color-scheme:light dark;--hair:1px solid var(--line);\(tokens)}\n"
        let schemes = ".light{color-scheme:light}\n.dark{color-scheme:dark}\n"
        let policy = PageStyle.policy + PageStyle.stackedTable(query: "@container (max-width:40rem)")
        return root + schemes + PageStyle.page + ".policy{\n\(policy)}\n" + frames + phone + screens + print
    }

    private static let frames = """
        .group{margin-block-start:4rem}
        .group h2{margin:0;font-size:1.75rem;line-height:1.2;letter-spacing:-.01em;text-wrap:balance}
        .hint{margin:.375rem 0 1.5rem;color:var(--muted);max-inline-size:38em}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:2rem}
        .tile{margin:0;background:var(--card);border:var(--hair);border-radius:1.25rem;padding:1.25rem;\
        min-inline-size:0}
        figcaption{margin-block-start:1rem}
        figcaption h3{margin:0 0 .375rem;font-size:1.125rem;line-height:1.3}
        figcaption p{margin:.25rem 0 0}
        .settings{display:flex;flex-wrap:wrap;gap:.375rem .75rem}
        code{font:.8125rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--muted)}
        .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:1rem;\
        justify-items:center}
        .notes,.facts{list-style:none;margin:0;padding:0;border-block-start:var(--hair)}
        .notes li,.facts li{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;\
        gap:.25rem 1.5rem;border-block-end:var(--hair);padding-block:.375rem}
        .notes li{padding-block:.75rem}
        .facts label{display:flex;align-items:center;gap:.875rem;min-block-size:2.75rem;flex:1 1 22rem}
        .facts input{flex:none;inline-size:1.375rem;block-size:1.375rem;margin:0;accent-color:var(--button)}
        .swatches{list-style:none;margin:0;padding:0;border-radius:.75rem;overflow:hidden}
        .swatches li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.125rem 1rem;padding:.875rem 1rem}
        .swatches span:first-child{font-weight:600}
        .on-primary{background:var(--app-primary);color:var(--app-on-primary)}
        .on-secondary{background:var(--app-secondary);color:var(--app-on-secondary)}
        .on-background{background:var(--app-background);color:var(--app-on-background)}
        .on-surface{background:var(--app-surface);color:var(--app-on-surface)}
        .on-error{background:var(--app-error);color:var(--app-on-error)}
        .on-outline{background:var(--app-surface);color:var(--app-on-surface);border:3px solid var(--app-outline);\
        border-radius:0 0 .75rem .75rem}
        .badge{display:inline-block;font-size:.875rem;font-weight:600;border:var(--hair);\
        border-radius:1rem;padding:.0625rem .625rem}
        .cookies-title{margin:0 0 .5rem;font-size:1.125rem}
        .cookies{list-style:none;margin:0;padding:0}
        .cookies li{padding-block:.75rem;border-block-start:var(--hair)}
        .muted{color:var(--muted);font-size:.9375rem}
        .policy u{color:var(--link)}
        .reader{container-type:inline-size;max-block-size:46rem;overflow:hidden;background:var(--page);\
        color:var(--text);border:.5rem solid #0d0f12;border-radius:2rem;max-inline-size:25rem;margin-inline:auto}
        .reader .band{padding:1.25rem 1rem 2.25rem}
        .reader .brand{margin-block-end:1rem}
        .big{margin:0;font-size:1.875rem;line-height:1.15;font-weight:700;letter-spacing:-.015em}
        .reader .policy{padding:0 1rem 1rem}
        .reader .glance caption{margin-block-start:1.5rem}
        .paper{container-type:inline-size;max-inline-size:50rem;margin:2rem auto 0;padding:clamp(1rem,4vw,2.5rem);\
        border:var(--hair);border-radius:1.25rem}
        .policy .said{margin-block:1rem}
        .policy .said p,.why,.why summary{display:inline}
        .why{font-size:.875rem;font-weight:400;line-height:1.45;margin-inline-start:.375rem}
        .why summary{color:var(--muted);text-decoration:underline;cursor:pointer}
        .policy .why ul{border:0;margin:.25rem 0 .75rem;padding-inline-start:1.25rem;list-style:disc}
        .policy .why li{display:list-item;border:0;margin:0;padding:0;color:var(--muted);overflow-wrap:anywhere}
        .short .why[open]{flex-basis:100%;margin:0}
        .short .why summary{display:inline-block;min-block-size:1.5rem}
        .policy .whole{margin:0 0 2.25rem;font-size:1.875rem}
        .sign{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:2rem;margin:0}
        .sign div{border-block-end:2px solid var(--text);padding-block-end:3rem}
        .sign dd{margin:0}

        """

    /// A phone is 390 wide in its own units, whatever its width on the page.
    private static let phone = """
        .phone{container-type:inline-size;inline-size:100%;max-inline-size:17rem;aspect-ratio:9/19;overflow:hidden;\
        border:.4375rem solid #0d0f12;border-radius:13%/6.2%;background:var(--app-background)}
        .dark.phone,.dark.reader{border-color:#2b3138}
        .screen{font:4.36cqi/1.35 var(--body);block-size:100%;display:flex;flex-direction:column;\
        background:var(--app-background);color:var(--app-on-background)}
        .screen p{margin:0}
        .status{padding:.7em 1.6em .3em;font-size:.88em;font-weight:600}
        .bar{padding:.7em 1.1em .8em;font:700 1.2em/1.2 var(--heading);text-align:start}
        .pad{flex:1;min-block-size:0;display:flex;flex-direction:column;gap:.9em;padding:.4em 1.1em 1.6em;\
        overflow:hidden}
        .middle{justify-content:center}
        .grow{flex:1}
        .large{font:700 1.6em/1.15 var(--heading)}
        .strong{font-weight:600}
        .small{font-size:.82em}
        .link{text-decoration:underline}
        .btn{background:var(--app-primary);color:var(--app-on-primary);border-radius:.8em;padding:.85em 1em;\
        text-align:center;font-weight:600}
        .second{background:var(--app-secondary);color:var(--app-on-secondary)}
        .two{display:grid;grid-template-columns:1fr 1fr;gap:.7em}
        .panel,.field{background:var(--app-surface);color:var(--app-on-surface);border-radius:.9em;padding:.9em 1em;\
        border:1px solid color-mix(in srgb,var(--app-outline) 45%,transparent)}
        .field{border:1px solid var(--app-outline);display:flex;flex-direction:column;gap:.1em;padding:.6em .9em}
        .tinted-card{background:var(--app-primary);color:var(--app-on-primary);border-radius:1em;padding:1.1em}
        .tinted-card .strong{font-size:1.15em}

        """

    private static let screens = """
        .icon{display:inline-flex;align-items:center;justify-content:center;inline-size:3.5em;block-size:3.5em;\
        flex:none;overflow:hidden;border-radius:.85em}
        .art{background:center/cover var(--icon)}
        .letter{background:var(--app-primary);color:var(--app-on-primary);font-family:var(--heading);font-weight:700}
        .letter b{font-size:1.75em;line-height:1}
        .other{background:light-dark(#ffffffb3,#ffffff2e)}
        .other-name{inline-size:2.4em;block-size:.5em;border-radius:.25em;background:light-dark(#ffffffb3,#ffffff2e)}
        .wall{flex:1;display:flex;flex-direction:column;color:light-dark(#14181c,#f0f2f4);\
        background:light-dark(#cfd8df,#2a3038) linear-gradient(165deg,light-dark(#e6ebef,#363e47),\
        light-dark(#bccad4,#1d2228))}
        .apps{display:grid;grid-template-columns:repeat(4,1fr);gap:1.5em .4em;padding:1.6em 1em}
        .app{display:flex;flex-direction:column;align-items:center;gap:.35em;min-inline-size:0}
        .name{max-inline-size:100%;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;font-size:.72em;\
        color:light-dark(#14181c,#f0f2f4)}
        .shapes-title{text-align:center}
        .shapes{display:flex;align-items:center;justify-content:space-between;margin:.7em .8em 1.6em;padding:.9em 1em;\
        border-radius:1.8em;background:light-dark(#ffffff80,#ffffff1f)}
        .circle{border-radius:50%}
        .square{border-radius:.35em}
        .tinted{filter:grayscale(1)}
        .tiny{inline-size:1.6em;block-size:1.6em;border-radius:.4em;font-size:1em}
        .tiny b{font-size:1em}
        .splash{flex:1;display:flex;align-items:center;justify-content:center;padding:2.5em}
        .wordmark{font:700 1.9em/1.15 var(--heading);text-align:center;text-wrap:balance}
        .mark{align-self:center;inline-size:15em;max-inline-size:100%;block-size:6em;\
        background:center/contain no-repeat content-box border-box var(--logo)}
        .mark-dark{background-image:var(--logo-dark)}
        .lit{background-color:#fff;border-radius:.9em;padding:.8em}
        .actions-grid{display:grid;grid-template-columns:1fr 1fr;gap:.7em}
        .action{background:var(--app-surface);color:var(--app-on-surface);border-radius:.9em;padding:1.15em .9em;\
        font-weight:600;border:1px solid color-mix(in srgb,var(--app-outline) 45%,transparent)}
        .label-line{font-weight:600;margin-block-start:.3em}
        .chips{display:grid;grid-template-columns:repeat(auto-fill,minmax(5.4em,1fr));gap:.5em}
        .chip{border:1px solid var(--app-outline);border-radius:.7em;padding:.6em .2em;text-align:center;\
        background:var(--app-surface);color:var(--app-on-surface);font-size:.92em}
        .on{background:var(--app-primary);color:var(--app-on-primary);border-color:var(--app-primary)}
        .error{background:var(--app-error);color:var(--app-on-error);border-radius:.6em;padding:.5em .8em;\
        font-size:.88em}
        .line{display:flex;justify-content:space-between;gap:1em;padding-block:.55em;\
        border-block-end:1px solid color-mix(in srgb,var(--app-outline) 45%,transparent)}
        .total{font-weight:700;border:0;padding-block-end:0}
        .lock{flex:1;display:flex;flex-direction:column;gap:1.2em;padding:1.6em 1em;\
        background:light-dark(#e9edf0,#22272d);color:light-dark(#14181c,#f0f2f4)}
        .clock{text-align:center;font-size:3.4em;font-weight:300;line-height:1.3}
        .push{display:flex;gap:.8em;padding:.9em;border-radius:1.1em;background:light-dark(#fff,#343b43)}
        .push .icon{inline-size:2.6em;block-size:2.6em}
        .push .about{font-size:.88em;min-inline-size:0}
        .thread{display:flex;flex-direction:column;gap:.6em}
        .bubble{max-inline-size:85%;padding:.7em .9em;border-radius:1.1em 1.1em 1.1em .3em;font-size:.92em;\
        background:light-dark(#fff,#343b43)}
        .mine{align-self:end;border-radius:1.1em 1.1em .3em 1.1em;background:light-dark(#d5dce2,#4a525b)}
        .store{background:light-dark(#fff,#16191d);color:light-dark(#14181c,#f0f2f4);padding-block-start:1em}
        .listing{display:flex;gap:1em}
        .listing .icon{inline-size:5.4em;block-size:5.4em;border-radius:1.25em;font-size:1em}
        .listing .about{min-inline-size:0;display:flex;flex-direction:column;gap:.15em;align-items:start}
        .shots{display:grid;grid-template-columns:repeat(3,1fr);gap:.6em}
        .shot{aspect-ratio:9/16;display:flex;align-items:flex-end;padding:.7em;border-radius:.8em;font-size:.82em;\
        font-weight:600;line-height:1.2;background:var(--app-primary);color:var(--app-on-primary)}
        .portal{gap:1em}
        .blank{block-size:1em;border-radius:.3em;background:color-mix(in srgb,var(--app-outline) 22%,transparent)}
        .banner{display:flex;flex-direction:column;gap:.7em;padding:1.1em 1.1em 1.8em;background:var(--app-surface);\
        color:var(--app-on-surface);border-block-start:1px solid var(--app-outline)}
        .get{margin-block-start:auto;background:light-dark(#0b57d0,#a8c7fa);color:light-dark(#fff,#062e6f);\
        border-radius:2em;padding:.25em 1.3em;font-weight:600}
        .clip{max-block-size:13em;overflow:hidden}

        """

    private static let print = """
        @media print{
        :root{color-scheme:light}
        @page{margin:14mm}
        body{font-size:10pt}
        .skip,.why{display:none}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .tiles{grid-template-columns:1fr 1fr;gap:1rem}
        .pair{grid-template-columns:1fr 1fr;gap:.5rem}
        .phone{max-inline-size:8.5rem}
        .tile{padding:.75rem}
        .group{margin-block-start:2rem}
        .tile,.hint,.notes li,.facts li,tr{break-inside:avoid}
        h2,h3,h4,.hint,caption,thead{break-after:avoid}
        .paper{border:0;padding:0;break-before:page}
        details::details-content{content-visibility:visible;block-size:auto}
        }

        """
}

/// Text within a style sheet.
enum CSSText {
    /// The family and the system's fonts behind it. Everything but letters, digits, spaces and hyphens is left out: no
    /// font has another name, and no text can end the string or the sheet.
    static func family(_ name: String) -> String {
        let safe = name.unicodeScalars.filter { scalar in
            scalar == " " || scalar == "-" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        }
        return "\"\(String(String.UnicodeScalarView(safe)))\",system-ui,sans-serif"
    }
}
