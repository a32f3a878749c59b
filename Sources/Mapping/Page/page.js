// The other half of the page: moving about, finding, choosing layers, reading figures.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

// MARK: Moving

function limit() {
  view.zoom = Math.max(minZoom, Math.min(maxZoom, view.zoom));
  view.x = Math.max(0, Math.min(1, view.x));
  view.y = Math.max(0, Math.min(1, view.y));
}

function moved() {
  limit();
  byId("tip").hidden = true;
  draw();
  clearTimeout(moved.timer);
  moved.timer = setTimeout(writeHash, 250);
}

function zoomAt(steps, pixelX = view.width / 2, pixelY = view.height / 2) {
  const x = placeX(pixelX), y = placeY(pixelY);
  view.zoom = Math.max(minZoom, Math.min(maxZoom, view.zoom + steps));
  view.x += x - placeX(pixelX);
  view.y += y - placeY(pixelY);
  moved();
}

function panBy(pixelsX, pixelsY) {
  view.x += pixelsX / worldSize();
  view.y += pixelsY / worldSize();
  moved();
}

// Shows a box whole, below the buttons of the territories.
function fit(box, nearest = 16.5) {
  const above = byId("territories").offsetHeight + 12;
  const room = side => Math.max(side * 0.84, side - 120) / 256;
  const wide = room(view.width) / Math.max(box[2] - box[0], 1e-9);
  const high = room(view.height - above) / Math.max(box[3] - box[1], 1e-9);
  view.zoom = Math.min(nearest, Math.log2(Math.min(wide, high)));
  view.x = (box[0] + box[2]) / 2;
  view.y = (box[1] + box[3]) / 2 - above / 2 / worldSize();
  moved();
}

const degreesBox = ([west, south, east, north]) => [toX(west), toY(north), toX(east), toY(south)];

function reset() {
  select(null);
  if (data.territories.length > 0) fit(degreesBox(data.territories[0].box)); else moved();
}

function writeHash() {
  const parts = [view.zoom.toFixed(2), toLatitude(view.y).toFixed(5), toLongitude(view.x).toFixed(5)];
  if (selected?.values.code) parts.push(encodeURIComponent(selected.values.code));
  history.replaceState(null, "", "#" + parts.join("/"));
}

function readHash() {
  const parts = location.hash.slice(1).split("/"), [zoom, latitude, longitude] = parts.map(Number);
  if (![zoom, latitude, longitude].every(Number.isFinite) || Math.abs(latitude) > 85) return false;
  Object.assign(view, { zoom, x: toX(longitude), y: toY(latitude) });
  limit();
  let code = parts[3] ?? "";
  try { code = decodeURIComponent(code); } catch { code = ""; }
  select(everyFeature().find(feature => code && feature.values.code === code) ?? null);
  draw();
  return true;
}

// MARK: Pointing

const everyFeature = () => data.layers.flatMap(layer => layer.features);

// What lies at a place of the canvas: marks before areas, the layer on top first.
function featureAt(pixelX, pixelY) {
  const x = placeX(pixelX), y = placeY(pixelY);
  for (const layer of [...drawOrder].reverse()) {
    if (!layer.isOn) continue;
    let nearest = null, distance = 9;
    for (const feature of layer.features) {
      if (layer.mark === "point" || (layer.mark === "area" && isDot(feature))) {
        const off = Math.hypot(screenX(feature.anchor[0]) - pixelX, screenY(feature.anchor[1]) - pixelY);
        if (off < distance) [nearest, distance] = [feature, off];
      } else if (x >= feature.box[0] && x <= feature.box[2] && y >= feature.box[1] && y <= feature.box[3]
        && contains(feature, x, y)) {
        return feature;
      }
    }
    if (nearest) return nearest;
  }
  return null;
}

function showTip(event) {
  const feature = featureAt(event.offsetX, event.offsetY), tip = byId("tip");
  canvas.classList.toggle("over", feature !== null);
  tip.hidden = feature === null;
  if (!feature) return;
  const lines = feature.layer.fields.filter(field => field.tip).map(field => field.label + " : " + shown(feature, field));
  const second = [feature.values.code, feature.values.communes].filter(Boolean).join(" · ");
  tip.replaceChildren(make("b", {}, titleOf(feature)), ...[second, ...lines].filter(Boolean).map(text => make("span", {}, text)));
  tip.style.left = Math.max(0, Math.min(event.offsetX + 14, view.width - tip.offsetWidth - 6)) + "px";
  tip.style.top = Math.max(0, Math.min(event.offsetY + 14, view.height - tip.offsetHeight - 6)) + "px";
}

const fingers = new Map();
let travelled = 0;

canvas.addEventListener("pointerdown", event => {
  canvas.setPointerCapture(event.pointerId);
  if (fingers.size === 0) travelled = 0;
  fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
});
canvas.addEventListener("pointermove", event => {
  const before = fingers.get(event.pointerId), now = [event.offsetX, event.offsetY];
  if (!before) return showTip(event);
  travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
  canvas.classList.toggle("moving", travelled > 4);
  if (fingers.size === 1) {
    panBy(before[0] - now[0], before[1] - now[1]);
  } else {
    const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
    const apart = place => Math.max(1, Math.hypot(place[0] - other[0], place[1] - other[1]));
    zoomAt(Math.log2(apart(now) / apart(before)), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
    panBy((before[0] - now[0]) / 2, (before[1] - now[1]) / 2);
  }
  fingers.set(event.pointerId, now);
});
for (const name of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(name, event => {
    const wasDown = fingers.delete(event.pointerId);
    canvas.classList.remove("moving");
    if (name === "pointerup" && wasDown && travelled <= 4) select(featureAt(event.offsetX, event.offsetY));
  });
}
canvas.addEventListener("pointerleave", () => { byId("tip").hidden = true; });
canvas.addEventListener("wheel", event => {
  event.preventDefault();
  const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 33;
  zoomAt(Math.max(-1, Math.min(1, -pixels / 300)), event.offsetX, event.offsetY);
}, { passive: false });
canvas.addEventListener("dblclick", event => zoomAt(event.shiftKey ? -1 : 1, event.offsetX, event.offsetY));

byId("map").addEventListener("keydown", event => {
  if (event.target !== byId("map") || event.ctrlKey || event.altKey || event.metaKey) return;
  const step = 0.15 * Math.min(view.width, view.height);
  const actions = {
    ArrowLeft: () => panBy(-step, 0), ArrowRight: () => panBy(step, 0), ArrowUp: () => panBy(0, -step),
    ArrowDown: () => panBy(0, step), "+": () => zoomAt(1), "=": () => zoomAt(1), "-": () => zoomAt(-1), "0": reset,
    Enter: () => select(featureAt(view.width / 2, view.height / 2) ?? selected), Escape: () => select(null),
  };
  if (!actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
});
byId("zoomIn").addEventListener("click", () => zoomAt(1));
byId("zoomOut").addEventListener("click", () => zoomAt(-1));
byId("reset").addEventListener("click", reset);
if (data.territories.length > 1) {
  byId("territories").append(...data.territories.map(territory =>
    make("button", { type: "button", onclick: () => fit(degreesBox(territory.box)) }, territory.name)));
}

// MARK: Figures of what is selected

function select(feature) {
  selected = feature;
  document.documentElement.dataset.selected = feature?.values.code ?? (feature ? titleOf(feature) : "");
  byId("details").replaceChildren(...(feature ? detailsOf(feature) : []));
  moved();
}

function detailsOf(feature) {
  const { layer } = feature;
  const rows = layer.fields.filter(field => !field.hidden && field.name !== "name" && !(field.optional && shown(feature, field) === words.unknown))
    .flatMap(field => [make("dt", {}, field.label), make("dd", {}, shown(feature, field))]);
  const close = make("button", { type: "button", className: "close", title: words.close, onclick: () => {
    select(null);
    byId("map").focus();
  } }, "×");
  close.setAttribute("aria-label", words.close);
  return [close, make("h2", {}, titleOf(feature)), make("p", {}, layer.single ?? layer.title), make("dl", {}, ...rows)];
}

function goTo(feature) {
  if (!feature.layer.isOn) setLayer(feature.layer, true);
  if (feature.rings.length > 0) {
    // What the cross in the middle points at is the feature, not a hole or a bay of it.
    const [x, y] = feature.anchor, [west, north, east, south] = feature.box;
    const wide = Math.max(x - west, east - x), high = Math.max(y - north, south - y);
    fit([x - wide, y - high, x + wide, y + high]);
    [view.x, view.y] = feature.anchor;
  }
  select(feature);
}

// MARK: Layers and legend

function swatch(layer, symbol) {
  const image = make("canvas", { width: 44, height: 28 }), context = image.getContext("2d");
  image.setAttribute("aria-hidden", "true");
  context.scale(2, 2);
  if (layer.mark === "point") {
    traceMark(context, symbol.shape, 11, 7, layer.small ? 3 : 4.4);
    paintMark(context, symbol);
  } else {
    context.beginPath();
    context.rect(1.5, 1.5, 19, 11);
    paintArea(context, symbol, layer.mark);
  }
  return image;
}

function setLayer(layer, isOn) {
  layer.isOn = isOn;
  layer.box.checked = isOn;
  layer.box.closest("li").classList.toggle("off", !isOn);
  draw();
}

for (const layer of data.layers) {
  layer.box = make("input", { type: "checkbox", checked: layer.isOn, id: "layer-" + layer.id });
  layer.box.addEventListener("change", () => setLayer(layer, layer.box.checked));
  const parts = [...layer.classes ?? layer.categories ?? [], ...layer.blank ? [{ color: ground, label: layer.blank }] : []];
  const item = make("li", { className: layer.isOn ? "" : "off" }, make("label", {}, layer.box,
    ...(parts.length ? [] : [swatch(layer, layer)]), make("span", {}, layer.title),
    make("span", { className: "count" }, number(layer.features.length))));
  if (parts.length) {
    item.append(make("ul", {}, ...parts.map(part => make("li", {}, swatch(layer, part), make("span", {}, part.label)))));
  }
  byId("layers").append(item);
}
if (data.background) {
  const box = make("input", { type: "checkbox", id: "background", onchange: () => {
    hasTiles = box.checked;
    byId("attribution").hidden = !hasTiles;
    draw();
  } });
  byId("attribution").textContent = data.background.attribution;
  byId("layers").append(make("li", { className: "off" }, make("label", {}, box, make("span", {}, data.background.title))));
}

// MARK: Search

const fold = text => String(text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/œ/g, "oe").replace(/[^a-z0-9]+/g, " ").trim();
const namedLayers = data.layers.filter(layer => layer.named);
const targets = namedLayers
  .flatMap(layer => layer.features).map(feature => {
    const name = fold(feature.values.name), code = fold(feature.values.code);
    const communes = String(feature.values.communes ?? "").split(", ").map(fold);
    return { feature, name, code, communes, all: [name, code, ...communes].join(" ") };
  });
const searchBox = byId("search"), found = byId("found");
let matches = [], active = -1;

// Every word must occur; a code or a name that begins with the text comes first, then what is in a commune of that name.
function search(text) {
  const asked = fold(text), parts = asked.split(" ");
  if (!asked) return [];
  const rank = target => target.code === asked ? 0 : target.name === asked ? 1 : target.code.startsWith(asked) ? 2
    : target.name.startsWith(asked) ? 3 : target.communes.includes(asked) ? 4
    : parts.every(part => target.name.includes(part)) ? 5 : 6;
  return targets.filter(target => parts.every(part => target.all.includes(part)))
    .map(target => ({ target, rank: rank(target) })).sort((a, b) => a.rank - b.rank)
    .map(entry => entry.target.feature);
}

function showMatches() {
  const all = search(searchBox.value);
  matches = all.slice(0, 12);
  setActive(-1);
  found.replaceChildren(...matches.map((feature, i) => {
    const kind = namedLayers.length > 1 ? feature.layer.single : "";
    const under = [feature.values.code, feature.values.communes, kind].filter(Boolean).join(" · ");
    const option = make("li", { id: "found-" + i }, titleOf(feature), make("small", {}, under));
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.addEventListener("pointerdown", event => event.preventDefault());
    option.addEventListener("click", () => choose(feature));
    return option;
  }));
  if (all.length === 0 && fold(searchBox.value)) found.append(make("li", { role: "presentation" }, words.noneFound));
  setOpen(found.childElementCount > 0);
  byId("foundCount").textContent = searchBox.value ? number(all.length) + " " + words.found : "";
}

function setOpen(isOpen) {
  found.hidden = !isOpen;
  searchBox.setAttribute("aria-expanded", String(isOpen));
}

function setActive(i) {
  found.children[active]?.setAttribute("aria-selected", "false");
  active = i;
  const option = found.children[active];
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) searchBox.setAttribute("aria-activedescendant", option.id);
  else searchBox.removeAttribute("aria-activedescendant");
}

function choose(feature) {
  searchBox.value = titleOf(feature);
  setOpen(false);
  goTo(feature);
}

searchBox.addEventListener("input", showMatches);
searchBox.addEventListener("blur", () => setOpen(false));
searchBox.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (found.hidden) showMatches();
    const count = matches.length, step = event.key === "ArrowDown" ? 1 : -1;
    if (count > 0) setActive(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (found.hidden) showMatches();
    if (matches.length > 0) choose(matches[Math.max(active, 0)]);
  } else if (event.key === "Escape") {
    if (found.hidden) searchBox.value = "";
    setOpen(false);
  }
});

// MARK: The same as a table, made when it is asked for

function fillTables() {
  if (byId("tables").childElementCount > 0) return;
  byId("tables").append(...data.layers.map(layer => {
    const fields = layer.fields.filter(field => !field.hidden);
    const column = field => field.decimals !== undefined ? "number" : "";
    const rows = layer.features.map(feature => make("tr", {}, ...fields.map((field, i) => {
      const text = shown(feature, field);
      if (i > 0) return make("td", { className: column(field) }, text);
      return make("td", {}, make("button", { type: "button", onclick: () => {
        goTo(feature);
        byId("map").focus();
        byId("map").scrollIntoView({ block: "nearest" });
      } }, text));
    })));
    const head = fields.map(field => {
      const cell = make("th", { className: column(field) }, field.label);
      cell.scope = "col";
      return cell;
    });
    return make("table", {}, make("caption", {}, layer.title), make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  }));
}
byId("table").addEventListener("toggle", () => { if (byId("table").open) fillTables(); });

// MARK: Size and print

function resize(width, height, ratio) {
  view.zoom += Math.log2(Math.min(width / view.width, height / view.height)) * (resize.isPrinting ? 1 : 0);
  Object.assign(view, { width, height, ratio });
}

function fitWindow() {
  if (resize.isPrinting) return;
  resize(byId("map").clientWidth, byId("map").clientHeight, window.devicePixelRatio || 1);
  draw();
}

// On paper the map has the size that the style sheet says: 200 by 126 mm.
window.addEventListener("beforeprint", () => {
  resize.isPrinting = { ...view, open: byId("sources").open };
  resize(200 / 25.4 * 96, 126 / 25.4 * 96, 3);
  byId("sources").open = true;
  drawNow();
});
window.addEventListener("afterprint", () => {
  const { open, ...before } = resize.isPrinting;
  resize.isPrinting = null;
  Object.assign(view, before);
  byId("sources").open = open;
  drawNow();
});
window.addEventListener("hashchange", readHash);

fitWindow();
if (!location.hash || !readHash()) reset();
drawNow();
new ResizeObserver(fitWindow).observe(byId("map"));
document.documentElement.dataset.ready = "1";
