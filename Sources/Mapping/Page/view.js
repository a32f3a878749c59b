"use strict";
// The drawing half of the page: data to shapes, shapes to the canvas. Places are x and y of Web Mercator, each from 0 to 1.

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const byId = id => document.getElementById(id);
const canvas = byId("canvas");
const view = { x: 0.5, y: 0.5, zoom: 5, width: 1, height: 1, ratio: 1 };
const ground = "#f6f7f9";
const minZoom = 2, maxZoom = 20, equator = 40075016.686;

const toX = longitude => longitude / 360 + 0.5;
const toY = latitude => 0.5 - Math.log(Math.tan(Math.PI / 4 + latitude * Math.PI / 360)) / (2 * Math.PI);
const toLongitude = x => (x - 0.5) * 360;
const toLatitude = y => Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360 / Math.PI - 90;

// Pixels of the page for the whole world; a place on the canvas; a place of the canvas.
const worldSize = () => 256 * 2 ** view.zoom;
const screenX = x => (x - view.x) * worldSize() + view.width / 2;
const screenY = y => (y - view.y) * worldSize() + view.height / 2;
const placeX = pixel => view.x + (pixel - view.width / 2) / worldSize();
const placeY = pixel => view.y + (pixel - view.height / 2) / worldSize();

// MARK: Shapes

// A ring is a list of whole numbers: its first longitude and latitude in millionths of a degree, then differences.
function ring(numbers) {
  const places = new Float64Array(numbers.length);
  let longitude = 0, latitude = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    longitude += numbers[i];
    latitude += numbers[i + 1];
    places[i] = toX(longitude / 1e6);
    places[i + 1] = toY(latitude / 1e6);
  }
  return places;
}

function boxOf(rings) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const places of rings) {
    for (let i = 0; i < places.length; i += 2) {
      box[0] = Math.min(box[0], places[i]);
      box[1] = Math.min(box[1], places[i + 1]);
      box[2] = Math.max(box[2], places[i]);
      box[3] = Math.max(box[3], places[i + 1]);
    }
  }
  return box;
}

// Where the line at a height y crosses the rings, from West to East.
function crossings(rings, y) {
  const found = [];
  for (const places of rings) {
    let j = places.length - 2;
    for (let i = 0; i < places.length; j = i, i += 2) {
      if ((places[i + 1] > y) !== (places[j + 1] > y)) {
        const part = (y - places[i + 1]) / (places[j + 1] - places[i + 1]);
        found.push(places[i] + part * (places[j] - places[i]));
      }
    }
  }
  return found.sort((a, b) => a - b);
}

// How far a place is from the nearest side of the rings.
function clearance(rings, x, y) {
  let nearest = Infinity;
  for (const places of rings) {
    let j = places.length - 2;
    for (let i = 0; i < places.length; j = i, i += 2) {
      const dx = places[i] - places[j], dy = places[i + 1] - places[j + 1], square = dx * dx + dy * dy;
      const along = square > 0 ? ((x - places[j]) * dx + (y - places[j + 1]) * dy) / square : 0;
      const part = Math.max(0, Math.min(1, along));
      nearest = Math.min(nearest, Math.hypot(x - places[j] - part * dx, y - places[j + 1] - part * dy));
    }
  }
  return nearest;
}

// A place well inside of the shape, for its name: of the middles of the widest stretches at five heights, the one
// that is farthest from the border.
function anchorOf(rings, box) {
  let anchor = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], best = 0;
  for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    const y = box[1] + part * (box[3] - box[1]), found = crossings(rings, y);
    let left = 0, right = 0;
    for (let i = 0; i + 1 < found.length; i += 2) {
      if (found[i + 1] - found[i] > right - left) [left, right] = [found[i], found[i + 1]];
    }
    const room = right > left ? clearance(rings, (left + right) / 2, y) : 0;
    if (room > best) [anchor, best] = [[(left + right) / 2, y], room];
  }
  return anchor;
}

const contains = (feature, x, y) => crossings(feature.rings, y).filter(crossing => crossing < x).length % 2 === 1;

for (const layer of data.layers) {
  layer.isOn = !layer.off;
  layer.features = layer.rows.map((row, i) => {
    const rings = layer.shapes[i].map(ring), box = boxOf(rings);
    const values = Object.fromEntries(layer.fields.map((field, k) => [field.name, row[k]]));
    return { layer, values, rings, box, anchor: layer.mark === "point" ? [box[0], box[1]] : anchorOf(rings, box) };
  });
  delete layer.rows;
  delete layer.shapes;
}
const perimeterLayers = data.layers.filter(layer => layer.mark === "area");

// The communes of perimeters, for names on the map: the mean place of their perimeters and how many there are.
const communes = new Map();
for (const layer of perimeterLayers.slice(0, 1)) {
  for (const feature of layer.features) {
    const name = String(feature.values.communes ?? "").split(", ")[0];
    if (!name || feature.rings.length === 0) continue;
    // Communes of one name are told apart by the département in the code.
    const key = name + "/" + String(feature.values.commune_codes ?? "").slice(0, 3);
    const commune = communes.get(key) ?? { name, x: 0, y: 0, count: 0 };
    commune.x += feature.anchor[0];
    commune.y += feature.anchor[1];
    commune.count += 1;
    communes.set(key, commune);
  }
}
const communeNames = [...communes.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

// MARK: Drawing

// What stands for a feature of a layer: the class that its number falls in, the category that it is of, or the layer itself.
function symbolOf(layer, values) {
  if (layer.classes) return layer.classes.findLast(part => values[layer.by] >= part.from) ?? layer.classes[0];
  if (layer.categories) return layer.categories.find(part => part.value === values[layer.by]) ?? layer.categories.at(-1);
  return layer;
}

const isSeen = box => screenX(box[2]) > -20 && screenX(box[0]) < view.width + 20
  && screenY(box[3]) > -20 && screenY(box[1]) < view.height + 20;

// Vertices nearer than half a pixel to the last one drawn are left out.
function trace(context, rings) {
  const size = worldSize(), left = view.x - view.width / 2 / size, top = view.y - view.height / 2 / size;
  context.beginPath();
  for (const places of rings) {
    let lastX = NaN, lastY = NaN;
    for (let i = 0; i < places.length; i += 2) {
      const x = (places[i] - left) * size, y = (places[i + 1] - top) * size;
      if (i > 0 && Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue;
      if (i === 0) context.moveTo(x, y); else context.lineTo(x, y);
      lastX = x;
      lastY = y;
    }
    context.closePath();
  }
}

function traceMark(context, shape, x, y, r) {
  context.beginPath();
  if (shape === "square") context.rect(x - r, y - r, 2 * r, 2 * r);
  else if (shape === "triangle") polyline(context, [x, y - 1.3 * r, x + 1.2 * r, y + r, x - 1.2 * r, y + r]);
  else if (shape === "diamond") polyline(context, [x, y - 1.4 * r, x + 1.4 * r, y, x, y + 1.4 * r, x - 1.4 * r, y]);
  else context.arc(x, y, r, 0, 2 * Math.PI);
}

function polyline(context, places) {
  for (let i = 0; i < places.length; i += 2) {
    if (i === 0) context.moveTo(places[0], places[1]); else context.lineTo(places[i], places[i + 1]);
  }
  context.closePath();
}

// A small picture of slanting lines, to fill areas with.
function hatching(color) {
  const tile = document.createElement("canvas"), context = tile.getContext("2d");
  tile.width = tile.height = 8;
  context.strokeStyle = color;
  context.lineWidth = 1.2;
  for (const x of [-4, 4]) {
    context.moveTo(x - 2, 10);
    context.lineTo(x + 10, -2);
  }
  context.stroke();
  return tile;
}

// Areas are faint over cells, whose colours are figures.
function paintArea(context, symbol, mark, isFaint = false) {
  context.globalAlpha = mark === "cell" ? 0.85 : symbol.dash || symbol.hatch ? 0.05 : isFaint ? 0.08 : 0.22;
  context.fillStyle = symbol.color;
  context.fill("evenodd");
  context.globalAlpha = 1;
  if (symbol.hatch) {
    context.fillStyle = context.createPattern(hatching(symbol.color), "repeat");
    context.fill("evenodd");
  }
  context.setLineDash(symbol.dash ?? []);
  context.strokeStyle = mark === "cell" ? "#fff" : symbol.color;
  context.lineWidth = mark === "cell" ? 0.7 : 1.6;
  context.stroke();
  context.setLineDash([]);
}

function paintMark(context, symbol) {
  context.fillStyle = symbol.hollow ? "#fff" : symbol.color;
  context.strokeStyle = symbol.hollow ? symbol.color : "#fff";
  context.lineWidth = symbol.hollow ? 1.6 : 1.2;
  context.fill();
  context.stroke();
}

// Whether an area is so small on the canvas that a dot stands for it.
const isDot = feature => Math.max(feature.box[2] - feature.box[0], feature.box[3] - feature.box[1]) * worldSize() < 6;
const markSize = layer => layer.small ? 2.6 : view.zoom < 9 ? 3 : view.zoom < 13 ? 4.2 : 5.2;

function paint(context, feature) {
  const layer = feature.layer, symbol = symbolOf(layer, feature.values);
  if (layer.mark === "point") {
    traceMark(context, symbol.shape, screenX(feature.anchor[0]), screenY(feature.anchor[1]), markSize(layer));
    paintMark(context, symbol);
  } else if (layer.mark === "area" && isDot(feature)) {
    traceMark(context, "circle", screenX(feature.anchor[0]), screenY(feature.anchor[1]), 2.6);
    context.globalAlpha = 0.75;
    context.fillStyle = symbol.color;
    context.fill();
    context.globalAlpha = 1;
  } else {
    trace(context, feature.rings);
    paintArea(context, symbol, layer.mark, data.layers.some(other => other.mark === "cell" && other.isOn));
  }
}

function paintSelection(context, feature) {
  if (feature.layer.mark === "point" || isDot(feature)) {
    traceMark(context, "circle", screenX(feature.anchor[0]), screenY(feature.anchor[1]), 9);
  } else {
    trace(context, feature.rings);
  }
  for (const [color, width] of [["#fff", 6], ["#1e2530", 3]]) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}

// Lines of longitude and latitude, so that an empty map still says where it is.
function paintGraticule(context) {
  const degrees = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
  const step = degrees.findLast(step => step / 360 * worldSize() >= 130) ?? 30;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const label = (value, letters) => number(Math.abs(value), decimals, decimals) + "° " + letters[value < 0 ? 0 : 1];
  context.strokeStyle = "#dfe3e8";
  context.fillStyle = "#66717e";
  context.lineWidth = 1;
  context.font = "11px sans-serif";
  context.textAlign = "center";
  context.beginPath();
  for (let i = Math.ceil(toLongitude(placeX(0)) / step); i * step < toLongitude(placeX(view.width)); i++) {
    const x = screenX(toX(i * step));
    context.moveTo(x, 0);
    context.lineTo(x, view.height);
    if (x > 150 && x < view.width - 60) context.fillText(label(i * step, words.westEast), x, view.height - 6);
  }
  context.textAlign = "right";
  const south = Math.max(-85, toLatitude(placeY(view.height))), north = Math.min(85, toLatitude(placeY(0)));
  for (let i = Math.ceil(south / step); i * step < north; i++) {
    const y = screenY(toY(i * step));
    context.moveTo(0, y);
    context.lineTo(view.width, y);
    if (y > 150 && y < view.height - 30) context.fillText(label(i * step, words.southNorth), view.width - 6, y - 4);
  }
  context.stroke();
}

// Names, the most important first; one that would touch another is left out.
function paintNames(context, seen) {
  const taken = [];
  const put = (text, x, y, font, color) => {
    context.font = font;
    const w = context.measureText(text).width / 2 + 4;
    if (x + w < 0 || x - w > view.width || y < 0 || y > view.height) return;
    if (taken.some(box => x - w < box[2] && x + w > box[0] && y - 9 < box[3] && y + 9 > box[1])) return;
    taken.push([x - w, y - 9, x + w, y + 9]);
    context.lineWidth = 3.5;
    context.strokeStyle = "#ffffffe6";
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  };
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const family = "'Open Sans','Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif";
  if (view.zoom >= 12.5) {
    for (const feature of seen) {
      if (feature.layer.mark !== "area" || !feature.layer.named || feature.layer.dash || isDot(feature)) continue;
      const x = screenX(feature.anchor[0]), y = screenY(feature.anchor[1]);
      put(String(feature.values.name ?? ""), x, y, "600 13px " + family, "#10151c");
    }
  }
  if (view.zoom < 14 && perimeterLayers[0]?.isOn) {
    for (const commune of communeNames) {
      const x = screenX(commune.x / commune.count), y = screenY(commune.y / commune.count);
      put(commune.name, x, y - (view.zoom < 9 ? 10 : 0), "12px " + family, "#39434f");
    }
  }
  context.textBaseline = "alphabetic";
}

const markOrder = { cell: 0, area: 1, point: 2 };
const drawOrder = data.layers.map((layer, i) => ({ layer, i }))
  .sort((a, b) => markOrder[a.layer.mark] - markOrder[b.layer.mark] || b.i - a.i).map(entry => entry.layer);

let selected = null;

function drawNow() {
  const context = canvas.getContext("2d");
  canvas.width = Math.round(view.width * view.ratio);
  canvas.height = Math.round(view.height * view.ratio);
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.fillStyle = ground;
  context.fillRect(0, 0, view.width, view.height);
  if (!paintTiles(context)) paintGraticule(context);
  const counts = {}, seen = [];
  for (const layer of drawOrder) {
    counts[layer.id] = 0;
    if (!layer.isOn) continue;
    for (const feature of layer.features) {
      if (!isSeen(feature.box)) continue;
      paint(context, feature);
      seen.push(feature);
      counts[layer.id] += 1;
    }
  }
  if (selected?.layer.isOn) paintSelection(context, selected);
  paintNames(context, seen.reverse());
  paintScale();
  document.documentElement.dataset.drawn = JSON.stringify(counts);
}

let isAwaited = false;
function draw() {
  if (isAwaited) return;
  isAwaited = true;
  requestAnimationFrame(() => {
    isAwaited = false;
    drawNow();
  });
}

// Metres on the ground at the latitude of the middle of the map.
function paintScale() {
  const metres = equator * Math.cos(toLatitude(view.y) * Math.PI / 180) / worldSize();
  const longest = 110 * metres, ten = 10 ** Math.floor(Math.log10(longest));
  const length = ten * [5, 2, 1].find(part => part * ten <= longest);
  byId("scaleBar").style.width = length / metres + "px";
  byId("scaleText").textContent = length >= 1000 ? number(length / 1000) + " km" : number(length) + " m";
}

// MARK: The background, when the page was made with one and the reader switches it on

const tiles = new Map();
let hasTiles = false;

function paintTiles(context) {
  if (!hasTiles) return false;
  const z = Math.max(0, Math.min(data.background.maxZoom, Math.round(view.zoom + Math.log2(Math.min(view.ratio, 2)))));
  const count = 2 ** z, side = worldSize() / count;
  for (let column = Math.floor(placeX(0) * count); column <= placeX(view.width) * count; column++) {
    for (let row = Math.floor(placeY(0) * count); row <= placeY(view.height) * count; row++) {
      if (row < 0 || row >= count) continue;
      const name = z + "/" + column + "/" + row;
      let tile = tiles.get(name);
      if (!tile) {
        tile = new Image();
        tile.onload = draw;
        const wrapped = (column % count + count) % count;
        tile.src = data.background.url.replace("{z}", z).replace("{x}", wrapped).replace("{y}", row);
        tiles.set(name, tile);
        if (tiles.size > 600) tiles.delete(tiles.keys().next().value);
      }
      if (tile.naturalWidth) {
        context.drawImage(tile, screenX(column / count), screenY(row / count), side + 0.5, side + 0.5);
      }
    }
  }
  return true;
}

// MARK: Values

const formats = new Map();
function number(value, decimals = 0, least = 0) {
  const key = decimals + "/" + least;
  if (!formats.has(key)) {
    const options = { maximumFractionDigits: decimals, minimumFractionDigits: least };
    formats.set(key, new Intl.NumberFormat(data.language, options));
  }
  return formats.get(key).format(value);
}

// A value as a reader sees it; one that is kept back says so, one that nobody knows too.
function shown(feature, field) {
  const value = feature.values[field.name];
  if (String(feature.values.withheld ?? "").split(" ").includes(field.name)) return words.withheld;
  if (value === null || value === undefined || value === "") return words.unknown;
  const category = feature.layer.by === field.name && feature.layer.categories?.find(part => part.value === value);
  if (category) return category.label;
  const text = typeof value === "number" && !field.plain
    ? number(value, field.decimals ?? 0, field.decimals ?? 0) : String(value);
  return field.unit ? text + " " + field.unit : text;
}

const titleOf = feature => String(feature.values.name ?? feature.values.code ?? feature.layer.single ?? feature.layer.title);
