//! What is on the screen as a file of each kind.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, MessageEvent, Url, Worker,
};

use super::{Done, file};
use crate::answer::{self, Answer, Picture};
use crate::explore::chart::{ChartTexts, Drawing, picture, picture_of_map};
use crate::explore::context::Monitor;
use crate::explore::explore_view::compare::map_drawing;
use crate::explore::explore_view::drawn::footnotes;
use crate::explore::fetch;
use crate::selection::{CompareAs, Selection, View};
use crate::sentence::text;
use crate::vocabulary::Bilingual;

/// The script of the worker that writes workbooks, relative to the page.
const WORKBOOKS: &str = "workbook-worker.js";
/// Pixels of a PNG for each of the picture: sharp on paper, a page wide.
const SHARPNESS: f64 = 3.0;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The chart, as pixels.
    Png,
    /// The chart, as a drawing.
    Svg,
    /// The figures, with formulas.
    Xlsx,
    /// The figures, as text.
    Csv,
}

impl Kind {
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Png => "download-png",
            Self::Svg => "download-svg",
            Self::Xlsx => "download-xlsx",
            Self::Csv => "download-csv",
        }
    }

    pub(super) const fn label(self) -> Bilingual {
        match self {
            Self::Png => text::SAVE_PNG,
            Self::Svg => text::SAVE_SVG,
            Self::Xlsx => text::SAVE_XLSX,
            Self::Csv => text::SAVE_CSV,
        }
    }

    /// What is said when it could not be made.
    pub(super) const fn failed(self) -> Bilingual {
        match self {
            Self::Png | Self::Svg => text::NO_PICTURE,
            Self::Xlsx => text::NO_WORKBOOK,
            Self::Csv => text::NO_DOWNLOAD,
        }
    }

    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv;charset=utf-8",
        }
    }
}

/// What is on the screen.
pub(super) struct Subject {
    pub(super) found: Answer,
    pub(super) texts: ChartTexts,
    pub(super) drawing: Drawing,
    pub(super) link: String,
    pub(super) selection: Selection,
    pub(super) monitor: Monitor,
}

/// The file.
pub(super) async fn blob(kind: Kind, subject: &Subject) -> Done<Blob> {
    let bytes = match kind {
        Kind::Csv => Uint8Array::from(csv(subject)?.as_slice()),
        Kind::Xlsx => xlsx(subject).await?,
        Kind::Svg => Uint8Array::from(drawn(subject).await?.svg.as_bytes()),
        Kind::Png => return png(&drawn(subject).await?).await,
    };
    file::blob(&bytes, kind.media_type())
}

fn csv(subject: &Subject) -> Done<Vec<u8>> {
    let release = subject.monitor.release();
    let link = Some(subject.link.as_str());
    let sheet = answer::sheet(&subject.found, &subject.selection, &release, link);
    let bytes = sheet.and_then(|sheet| sheet.csv().ok());
    bytes.ok_or(JsValue::NULL)
}

async fn drawn(subject: &Subject) -> Done<Picture> {
    let release = subject.monitor.release();
    let mut about = answer::about(&subject.found, &subject.selection, &release);
    let selection = &subject.selection;
    if selection.view == View::Compare && selection.compare_as == CompareAs::Map {
        let language = selection.language;
        let boundaries = fetch::boundaries(&release).await.ok().flatten();
        let (map, notes) = map_drawing(boundaries.as_ref(), &subject.found, selection, &release);
        let legend: Vec<&str> = notes.into_iter().map(|note| note.get(language)).collect();
        return Ok(picture_of_map(
            &map,
            &subject.texts,
            &about,
            &legend,
            language,
        ));
    }
    let mut legend = footnotes(&subject.found, &subject.selection, &subject.drawing);
    if subject.drawing.is_funnel() {
        // A funnel asks another question of the same figures.
        subject.texts.title().clone_into(&mut about.title);
        about.remark = Some(subject.texts.remark().to_owned());
        legend.retain(|note| *note == text::NOT_FROM_ZERO.get(subject.selection.language));
        legend.insert(0, text::FUNNEL_NOTE.get(subject.selection.language));
    }
    picture(&subject.drawing, &subject.texts, &about, &legend).await
}

/// The picture in pixels, by way of the browser's own drawing of SVG.
async fn png(picture: &Picture) -> Done<Blob> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let svg = Uint8Array::from(picture.svg.as_bytes());
    let address = Url::create_object_url_with_blob(&file::blob(&svg, Kind::Svg.media_type())?)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    let drawn = decoded.and_then(|_| {
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
        let (width, height) = (picture.width * SHARPNESS, picture.height * SHARPNESS);
        // By name: a canvas takes whole pixels and rounds by itself.
        js_sys::Reflect::set(&canvas, &"width".into(), &width.into())?;
        js_sys::Reflect::set(&canvas, &"height".into(), &height.into())?;
        let context: CanvasRenderingContext2d =
            canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
        context
            .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
        Ok(canvas)
    });
    Url::revoke_object_url(&address)?;
    let canvas = drawn?;
    let promise = Promise::new(&mut |resolve, reject| {
        let taken = Closure::once_into_js(move |blob: Option<Blob>| {
            let _ = match blob {
                Some(blob) => resolve.call1(&JsValue::NULL, &blob),
                None => reject.call0(&JsValue::NULL),
            };
        });
        // A canvas that cannot be read rejects below: nothing ever resolves it.
        let _ = canvas.to_blob_with_type(taken.unchecked_ref(), Kind::Png.media_type());
    });
    JsFuture::from(promise).await?.dyn_into()
}

/// The workbook, written by a worker that ends with it.
async fn xlsx(subject: &Subject) -> Done<Uint8Array> {
    let release = subject.monitor.release();
    let link = Some(subject.link.as_str());
    let workbook = subject.monitor.with_store_untracked(|store| {
        answer::workbook(&subject.found, &subject.selection, &release, store, link)
    });
    let workbook = serde_json::to_string(&workbook.ok_or(JsValue::NULL)?)
        .map_err(|error| JsValue::from_str(&error.to_string()))?;
    let worker = Worker::new(WORKBOOKS)?;
    let promise = Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
    });
    worker.post_message(&JsValue::from_str(&workbook))?;
    let answer = JsFuture::from(promise).await;
    worker.terminate();
    let message: MessageEvent = answer?.dyn_into()?;
    message.data().dyn_into()
}
