extension ReportPage {
  /// The page's style: one column on a phone, cards beside each other where there is room, and
  /// black on white on paper. Text has a contrast of at least 7 to 1.
  static let style = """

    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: #fff; color: #1a1a1a;
      font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif;
      overflow-wrap: break-word; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; }
    h2 { font-size: 1.25rem; margin: 1.5rem 0 .5rem; border-bottom: 2px solid #1a1a1a; }
    h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
    p { margin: .25rem 0; }
    .warn { border: 2px solid #1a1a1a; padding: 0 1rem .5rem; }
    .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); }
    .card { border: 1px solid #595959; border-radius: .4rem; padding: .75rem; }
    .amount { font-size: 1.4rem; font-weight: 700; }
    .small { font-size: .875rem; }
    dl { display: grid; grid-template-columns: 8rem 1fr; gap: .2rem 1rem; margin: .5rem 0; }
    dt { grid-column: 1; font-weight: 600; }
    dd { grid-column: 2; margin: 0; min-width: 0; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    caption { text-align: start; font-weight: 600; padding: .5rem 0; }
    th, td { border-bottom: 1px solid #8a8a8a; padding: .3rem .5rem; text-align: start;
      vertical-align: top; }
    .wide { overflow-x: auto; }
    .wide table { min-width: 34rem; }
    .figure { font-variant-numeric: tabular-nums; }
    summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
    :focus-visible { outline: 3px solid #0b4f9e; outline-offset: 2px; }
    svg { display: block; width: 100%; height: auto; font-size: 13px; margin: .5rem 0; }
    svg.line { direction: ltr; }
    svg.bars { max-width: 32rem; }
    svg.line { max-width: 44rem; }
    .own { fill: #1b4f72; stroke: #000; }
    .part { fill: #e3eef6; stroke: #000; }
    .gap { fill: none; stroke: #595959; stroke-dasharray: 3 3; }
    .grid { stroke: #b0b0b0; }
    @media (max-width: 36rem) {
      dl { grid-template-columns: 1fr; }
      dd { grid-column: 1; }
    }
    @page { size: A4; margin: 15mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 10pt; color: #000; }
      .card, tr, svg { break-inside: avoid; }
      h2, h3, summary { break-after: avoid; }
      .wide { overflow: visible; }
      .wide table { min-width: 0; }
      .own { fill: #333; }
      .part { fill: #fff; }
      details::details-content { content-visibility: visible; block-size: auto; }
    }

    """
}
