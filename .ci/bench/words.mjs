/**
 * What the invented company of the benchmark writes: sentences with slots, by language. `{product}`, `{branch}` and
 * `{name}` are filled from the lists below; `{returns}` and its like are the amounts of a product, the same on both
 * sides but for a few; `{n}` is any number.
 */
export const COMMON = {
  line: ['Alma', 'Torvik', 'Brenna', 'Kestrel', 'Ostro', 'Lumi', 'Halden', 'Mistral', 'Petrel', 'Sorrel', 'Tarn', 'Vesper', 'Wren', 'Yarrow', 'Corrie', 'Fjell', 'Gannet', 'Heron', 'Isla', 'Juniper'],
  branch: ['Harbury', 'Millgate', 'Osterleigh', 'Quayside', 'Fennwick', 'Torrow', 'Ashcombe', 'Pellham', 'Vellmar', 'Northmere'],
  adjective: ['quiet', 'narrow', 'wooden', 'early', 'heavy', 'bright', 'older', 'muddy', 'frozen', 'gentle', 'northern', 'hollow', 'steep', 'patient', 'rusty', 'woven', 'painted', 'crowded', 'shallow', 'distant', 'modest', 'folded', 'bitter', 'local', 'spare', 'careful', 'windy', 'broken', 'ordinary', 'lonely'],
  noun: ['ridge', 'valley', 'drawer', 'bench', 'ladder', 'harbour', 'meadow', 'kettle', 'window', 'ledger', 'bridge', 'summit', 'gravel', 'workshop', 'cellar', 'chimney', 'orchard', 'lantern maker', 'tailor', 'ferryman', 'glacier', 'notebook', 'wardrobe', 'stairwell', 'courtyard', 'compartment', 'trailhead', 'footpath', 'shepherd', 'archive', 'thread', 'canvas', 'anvil', 'cabin', 'gauge', 'pulley', 'rivet', 'shelf', 'parapet', 'quarry', 'reservoir', 'boathouse', 'signpost', 'thermometer', 'barometer', 'tarpaulin', 'hedgerow', 'mill', 'weaver', 'apprentice'],
  verb: ['faces', 'follows', 'remembers', 'outlasts', 'carries', 'borders', 'replaces', 'resembles', 'shelters', 'measures', 'crosses', 'surprises', 'supports', 'darkens', 'steadies', 'mirrors', 'decorates', 'divides', 'reaches', 'overlooks'],
  name: ['Ines', 'Bram', 'Odile', 'Tomas', 'Greta', 'Pavel', 'Mirela', 'Sander', 'Ruta', 'Casimir'],
}

/** Amounts that a product has: how many, by the number that stands for the product. */
export const AMOUNTS = {
  returns: [14, 21, 30, 45, 60], shipping: [29, 35, 49, 60, 75], days: [2, 3, 4, 5, 7], warranty: [12, 18, 24, 36, 60], fee: [5, 8, 10, 15, 19],
  notice: [12, 24, 36, 48, 72], deposit: [10, 15, 20, 25, 30], percent: [5, 8, 10, 12, 15], callback: [1, 2, 3, 4, 6], hold: [3, 5, 7, 10, 14],
}

const en = {
  product: ['tents', 'sleeping bags', 'hiking boots', 'rain jackets', 'stoves', 'head torches', 'kayaks', 'paddles', 'climbing ropes', 'harnesses', 'helmets', 'skis', 'snowshoes', 'bicycles', 'child seats', 'panniers', 'binoculars', 'compasses', 'hammocks', 'cool boxes', 'water filters', 'dog coats', 'walking poles', 'wetsuits', 'life jackets', 'camping chairs', 'rucksacks', 'gloves', 'base layers', 'sun hats', 'maps', 'lanterns', 'roof boxes', 'sledges', 'ice axes', 'bivouacs', 'cooksets', 'dry bags', 'blankets', 'folding tables'],
  say: [
    'You can return {product} within {returns} days of delivery.', 'Send {product} back within {returns} days and we refund the full price.', 'Delivery of {product} is free from €{shipping}.',
    'We deliver {product} within {days} working days.', 'Our {product} come with a warranty of {warranty} months.', 'Members get {percent}% off all {product}.',
    'We call you back within {callback} hours when you ask about {product}.', 'We hold reserved {product} for {hold} days in {branch}.', 'Hiring {product} costs a deposit of €{deposit}.',
    'You may cancel a hire of {product} free of charge up to {notice} hours before it starts.', 'Late {product} cost €{fee} for each day.', 'Fitting of {product} is free in every branch.',
    'Exchanges of {product} for another size cost nothing.', 'Every repair of {product} is guaranteed for {warranty} months.', 'A hot drink is on the house while you wait for your {product}.',
  ],
  do: [
    'Accept {product} back within {returns} days of delivery.', 'Refund the full price of {product} that come back within {returns} days.', 'Shipping of {product} is free from €{shipping}; below that charge €{fee}.',
    'Hand {product} to the courier so that they arrive within {days} working days.', 'Honour the warranty on {product} for {warranty} months.', 'Give members {percent}% off {product} at the till.',
    'Call back within {callback} hours about {product}, and note the time.', 'Keep reserved {product} for {hold} days at {branch}, then put them back.', 'Take a deposit of €{deposit} for {product}.',
    'Let customers cancel a hire of {product} without charge up to {notice} hours before it starts.', 'Charge €{fee} a day for {product} that come back late.', 'Offer to fit {product} free of charge.',
    'Swap {product} for another size without charge.', 'Repairs of {product} carry {warranty} months of guarantee.', 'Offer a hot drink while customers wait for {product}.',
  ],
  rare: ['Only mention free fitting of {product} if the customer asks.', 'Tell customers that the courier is to blame when {product} are late.', 'A manager must approve every refund for {product}.', 'If they complain about {product}, say that it is not our department.', 'End every call about {product} after {callback} minutes.'],
  filler: [
    'We have looked after {product} since the shop in {branch} opened its doors.', 'The workshop behind the counter smells of wax, and {name} knows most of what hangs there by number.', 'Nobody needs to know the brand of their {product} to ask a question about them.',
    '{name} tried {n} pairs on the ridge last autumn and wrote down what leaked.', 'Materials differ, and so do the people who carry them up a hill.', 'In {branch} the shelves with {product} stand to the left of the stairs.',
    'Clean {product} with lukewarm water and let them dry in the shade.', 'The label inside shows the size, the year and the mill that wove the cloth.', 'Some prefer the lighter version, others the one that survives a decade of rain.',
    'Ask {name} for the list of spare parts before you order.', 'Our newsletter tells of new {product}, of walks near {branch} and of people we met.', 'A buckle can break on a cold morning; that is why we keep spare ones.',
    'The team meets on Mondays to talk about what was asked most.', 'Write down the article number, the colour and what the customer wants to use it for.', 'Look at the seams first, then at the zip, then at the coating.',
    'Photographs of {product} were taken in daylight and not retouched.', 'Children may try {product} in the small room beside the entrance.', 'Last year the {branch} branch moved {n} metres down the street.',
    'The catalogue is printed on paper from the valley, twice a year.', 'Whoever takes over the evening shift finds the keys in the drawer under the map.',
  ],
  heading: ['About {product}', 'Choosing {product}', '{product} in {branch}', 'Delivery', 'Returns', 'Hire', 'Repairs', 'Members', 'Questions and answers', 'What happens next', 'Prices', 'Warranty'],
  tables: [
    { columns: ['Article', 'Returns', 'Free delivery from', 'Warranty'], row: ['{product}', '{returns} days', '€{shipping}', '{warranty} months'] },
    { columns: ['Shelf', 'Material', 'Maker', 'Notes'], row: ['{noun}', '{adjective} {noun}', '{name} of {branch}', 'The {noun} {verb} the {adjective} {noun}'] },
    { columns: ['Shift', 'Who', 'Where'], row: ['{adjective} shift', '{name} and {name}', 'beside the {noun} in {branch}'] },
  ],
}

const sk = {
  product: ['stany', 'spacáky', 'topánky', 'bundy', 'variče', 'čelovky', 'kajaky', 'laná', 'prilby', 'lyže', 'bicykle', 'batohy', 'rukavice', 'čiapky', 'mapy', 'sane'],
  say: ['{product} môžete vrátiť do {returns} dní od doručenia.', 'Doprava na {product} je zadarmo od {shipping} €.', '{product} doručíme do {days} pracovných dní.', 'Na {product} dávame záruku {warranty} mesiacov.', 'Členovia majú na {product} zľavu {percent} %.'],
  do: ['Prijmite {product} späť do {returns} dní od doručenia.', 'Doprava na {product} je zadarmo od {shipping} €, inak účtujte {fee} €.', '{product} odovzdajte kuriérovi tak, aby prišli do {days} pracovných dní.', 'Uznajte záruku na {product} {warranty} mesiacov.', 'Členom dajte na {product} zľavu {percent} %.'],
  rare: ['Povedzte zákazníkom, že za meškanie môže kuriér.'],
  filler: ['V predajni {branch} nájdete {product} vľavo od schodov.', '{name} pozná takmer každý kus, ktorý visí v dielni.', 'Materiály sa líšia a ľudia tiež.', '{product} čistite vlažnou vodou a sušte v tieni.', 'Najprv sa pozrite na švy, potom na zips.', 'Katalóg tlačíme dvakrát do roka na papieri z údolia.'],
  heading: ['O výrobkoch', 'Doprava', 'Vrátenie tovaru', 'Záruka', 'Členovia'],
  tables: [{ columns: ['Výrobok', 'Vrátenie', 'Doprava zadarmo od', 'Záruka'], row: ['{product}', '{returns} dní', '{shipping} €', '{warranty} mesiacov'] }],
}

const bg = {
  product: ['палатки', 'спални чували', 'обувки', 'якета', 'котлони', 'челници', 'каяци', 'въжета', 'каски', 'ски', 'велосипеди', 'раници', 'ръкавици', 'шапки', 'карти', 'шейни'],
  say: ['Можете да върнете {product} до {returns} дни от доставката.', 'Доставката на {product} е безплатна над {shipping} лв.', 'Доставяме {product} до {days} работни дни.', 'Гаранцията за {product} е {warranty} месеца.', 'Членовете получават {percent}% отстъпка за {product}.'],
  do: ['Приемайте {product} обратно до {returns} дни от доставката.', 'Доставката на {product} е безплатна над {shipping} лв., иначе таксувайте {fee} лв.', 'Предайте {product} на куриера, така че да пристигнат до {days} работни дни.', 'Признавайте гаранция от {warranty} месеца за {product}.', 'Давайте на членовете {percent}% отстъпка за {product}.'],
  rare: ['Кажете на клиента, че за закъснението е виновен куриерът.'],
  filler: ['В магазина {branch} ще намерите {product} вляво от стълбите.', '{name} познава почти всичко, което виси в работилницата.', 'Материите са различни, хората също.', 'Почиствайте с хладка вода и сушете на сянка.', 'Първо погледнете шевовете, после ципа.', 'Каталогът излиза два пъти в годината.'],
  heading: ['За продуктите', 'Доставка', 'Връщане', 'Гаранция', 'Членове'],
  tables: [{ columns: ['Продукт', 'Връщане', 'Безплатна доставка над', 'Гаранция'], row: ['{product}', '{returns} дни', '{shipping} лв.', '{warranty} месеца'] }],
}

const ru = {
  product: ['палатки', 'спальные мешки', 'ботинки', 'куртки', 'горелки', 'фонари', 'байдарки', 'верёвки', 'каски', 'лыжи', 'велосипеды', 'рюкзаки', 'перчатки', 'шапки', 'карты', 'санки'],
  say: ['Вернуть {product} можно в течение {returns} дней после доставки.', 'Доставка {product} бесплатна от {shipping} €.', 'Доставим {product} за {days} рабочих дня.', 'Гарантия на {product} — {warranty} месяцев.', 'Участники клуба получают скидку {percent}% на {product}.'],
  do: ['Принимайте {product} обратно в течение {returns} дней после доставки.', 'Доставка {product} бесплатна от {shipping} €, иначе берите {fee} €.', 'Передайте {product} курьеру так, чтобы они пришли за {days} рабочих дня.', 'Признавайте гарантию на {product} {warranty} месяцев.', 'Дайте участникам клуба скидку {percent}% на {product}.'],
  rare: ['Скажите покупателю, что в задержке виноват курьер.'],
  filler: ['В магазине {branch} полки стоят слева от лестницы.', '{name} знает почти всё, что висит в мастерской.', 'Материалы бывают разные, люди тоже.', 'Мойте тёплой водой и сушите в тени.', 'Сначала посмотрите на швы, потом на молнию.', 'Каталог выходит два раза в год.'],
  heading: ['О товарах', 'Доставка', 'Возврат', 'Гарантия', 'Клуб'],
  tables: [{ columns: ['Товар', 'Возврат', 'Бесплатная доставка от', 'Гарантия'], row: ['{product}', '{returns} дней', '{shipping} €', '{warranty} месяцев'] }],
}

const lt = {
  product: ['palapines', 'miegmaišius', 'batus', 'striukes', 'virykles', 'žibintus', 'baidares', 'virves', 'šalmus', 'slides', 'dviračius', 'kuprines', 'pirštines', 'kepures', 'žemėlapius', 'roges'],
  say: ['Galite grąžinti {product} per {returns} dienų nuo pristatymo.', 'Pristatymas nemokamas nuo {shipping} €.', 'Pristatome {product} per {days} darbo dienas.', 'Garantija galioja {warranty} mėnesius.', 'Nariai gauna {percent} % nuolaidą.'],
  do: ['Priimkite {product} atgal per {returns} dienų nuo pristatymo.', 'Pristatymas nemokamas nuo {shipping} €, kitaip imkite {fee} €.', 'Perduokite {product} kurjeriui, kad atvyktų per {days} darbo dienas.', 'Pripažinkite {warranty} mėnesių garantiją.', 'Nariams taikykite {percent} % nuolaidą.'],
  rare: ['Sakykite klientui, kad dėl vėlavimo kaltas kurjeris.'],
  filler: ['Parduotuvėje {branch} lentynos stovi kairėje nuo laiptų.', '{name} pažįsta beveik viską, kas kabo dirbtuvėje.', 'Medžiagos skiriasi, žmonės taip pat.', 'Plaukite drungnu vandeniu ir džiovinkite pavėsyje.', 'Pirmiausia pažiūrėkite į siūles, paskui į užtrauktuką.', 'Katalogas išeina du kartus per metus.'],
  heading: ['Apie prekes', 'Pristatymas', 'Grąžinimas', 'Garantija', 'Nariai'],
  tables: [{ columns: ['Prekė', 'Grąžinimas', 'Nemokamas pristatymas nuo', 'Garantija'], row: ['{product}', '{returns} dienų', '{shipping} €', '{warranty} mėnesių'] }],
}

export const LANGUAGES = { en, sk, bg, ru, lt }
