/** On paper everything is shown, whatever is filtered or folded on the screen. */
export const print = `
@page { size: A4 landscape; margin: 14mm }
@media print {
  :root, :root[data-theme=dark] { color-scheme: light }
  html { font-size: 9.5pt } body { background: none }
  #theme, #filters, #more, .skip, dialog, .hint { display: none !important }
  .head, main, footer { max-width: none; padding: 0 }
  .bar { padding-top: 0 }
  .promise[hidden], .page[hidden] { display: table-row !important } .finding[hidden], #findings .page[hidden] { display: block !important }
  #pairs { display: block }
  .scroll { overflow: visible; max-height: none; border: 0 } thead th, .page th, .page th span, .promise > th { position: static }
  table { width: 100%; min-width: 0 } .promise > th, .roomy thead th + th { min-width: 0 } td { min-width: 0; height: auto }
  tr, .finding, .told, .quote { break-inside: avoid } h2, h3, h4, tr.page { break-after: avoid }
  .many .finding { content-visibility: visible }
  details::details-content { content-visibility: visible; display: block; height: auto }
  rect, mark, .verdict, .severity, td a, .quote, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`
