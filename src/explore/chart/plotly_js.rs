//! Plotly in the page: fetched from our own folder when the first chart is asked for, and called so that a failure is an
//! error here, not a panic.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use plotly::Plot;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlScriptElement};

const LIBRARY: &str = "vendor/plotly-basic.min.js";
const DUTCH: &str = "vendor/plotly-locale-nl.js";

/// Draws, or redraws what stands there.
pub(super) async fn draw(element: &Element, plot: &Plot) -> Result<(), JsValue> {
    let library = library().await?;
    let figure = Figure::of(plot)?;
    let arguments = Array::of4(element, &figure.data, &figure.layout, &config()?.into());
    call(&library, "react", &arguments).await.map(|_| ())
}

/// Draws outside of the page, and gives the SVG.
pub(super) async fn svg(plot: &Plot, (width, height): (usize, usize)) -> Result<String, JsValue> {
    let library = library().await?;
    let figure = Figure::of(plot)?;
    let (drawing, options) = (Object::new(), Object::new());
    let parts: [(&str, JsValue); 3] = [
        ("data", figure.data),
        ("layout", figure.layout),
        ("config", config()?.into()),
    ];
    for (name, value) in parts {
        Reflect::set(&drawing, &JsValue::from_str(name), &value)?;
    }
    let wanted: [(&str, JsValue); 4] = [
        ("format", JsValue::from_str("svg")),
        ("width", (width as f64).into()),
        ("height", (height as f64).into()),
        ("imageDataOnly", JsValue::TRUE),
    ];
    for (name, value) in wanted {
        Reflect::set(&options, &JsValue::from_str(name), &value)?;
    }
    let drawn = call(&library, "toImage", &Array::of2(&drawing, &options)).await?;
    drawn.as_string().ok_or(JsValue::NULL)
}

/// What Plotly is given.
struct Figure {
    data: JsValue,
    layout: JsValue,
}

impl Figure {
    fn of(plot: &Plot) -> Result<Self, JsValue> {
        let figure = JSON::parse(
            &serde_json::to_string(plot).map_err(|error| JsValue::from_str(&error.to_string()))?,
        )?;
        let get = |name: &str| Reflect::get(&figure, &JsValue::from_str(name));
        Ok(Self {
            data: get("data")?,
            layout: get("layout")?,
        })
    }
}

async fn call(library: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(library, &JsValue::from_str(name))?.dyn_into()?;
    let promise: Promise = function.apply(library, arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}

/// No tool bar, no link to anybody's cloud, our own language.
fn config() -> Result<Object, JsValue> {
    let config = Object::new();
    let options: [(&str, JsValue); 6] = [
        ("displayModeBar", JsValue::FALSE),
        ("displaylogo", JsValue::FALSE),
        ("showSendToCloud", JsValue::FALSE),
        ("plotlyServerURL", JsValue::from_str("")),
        ("locale", JsValue::from_str("nl")),
        ("responsive", JsValue::FALSE),
    ];
    for (name, value) in options {
        Reflect::set(&config, &JsValue::from_str(name), &value)?;
    }
    Ok(config)
}

async fn library() -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let name = JsValue::from_str("Plotly");
    if Reflect::get(&window, &name)?.is_undefined() {
        JsFuture::from(load(LIBRARY)?).await?;
    }
    let library = Reflect::get(&window, &name)?;
    if library.is_undefined() {
        return Err(JsValue::from_str("Plotly did not start"));
    }
    // A chart without Plotly's own few Dutch words is still a chart: all that the reader sees is ours.
    let _ = JsFuture::from(load(DUTCH)?).await;
    Ok(library)
}

/// A script of our own site; asked for once, however often it is needed.
fn load(source: &str) -> Result<Promise, JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let head = document.head().ok_or(JsValue::NULL)?;
    let standing = document.query_selector(&format!("script[src=\"{source}\"]"))?;
    let script: HtmlScriptElement = match &standing {
        Some(script) => script.clone().dyn_into()?,
        None => document.create_element("script")?.dyn_into()?,
    };
    let waiting = script.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        if waiting.get_attribute("data-geladen").is_some() {
            let _ = resolve.call0(&JsValue::NULL);
            return;
        }
        let loaded = waiting.clone();
        let done = Closure::once_into_js(move || {
            let _ = loaded.set_attribute("data-geladen", "");
            let _ = resolve.call0(&JsValue::NULL);
        });
        let failing = waiting.clone();
        let failed = Closure::once_into_js(move || {
            // Removed, so that a next chart can try again.
            failing.remove();
            let _ = reject.call1(
                &JsValue::NULL,
                &JsValue::from_str("a script of the chart could not be fetched"),
            );
        });
        let _ = waiting.add_event_listener_with_callback("load", done.unchecked_ref());
        let _ = waiting.add_event_listener_with_callback("error", failed.unchecked_ref());
    });
    if standing.is_none() {
        script.set_src(source);
        script.set_async(true);
        head.append_child(&script)?;
    }
    Ok(promise)
}
