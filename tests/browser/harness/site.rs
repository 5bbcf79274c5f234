//! A copy of the finished site, possibly damaged by the test, on a static server that sends the headers of `Trunk.toml` and
//! counts what goes over the wire.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::LAST_MODIFIED;
use axum::http::{HeaderName, HeaderValue, Response};
use axum::middleware::{Next, from_fn_with_state};
use tempfile::TempDir;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// How long a build that is being replaced may be away.
const PATIENCE: Duration = Duration::from_mins(2);

/// One answer of the server.
#[derive(Clone, Debug)]
pub(crate) struct Wire {
    /// What was asked for, without the query.
    pub path: String,
    /// Status of the answer.
    pub status: u16,
    /// Bytes of its body, compressed as they were sent.
    pub bytes: usize,
}

/// A copy of `dist/`.
pub(crate) struct Site {
    folder: TempDir,
    prefix: &'static str,
    compression: CompressionLevel,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// A site that is being served.
pub(crate) struct Served {
    folder: TempDir,
    address: SocketAddr,
    prefix: &'static str,
    wire: Arc<Mutex<Vec<Wire>>>,
}

impl Site {
    /// The site as it was built.
    pub(crate) fn built() -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let deadline = Instant::now() + PATIENCE;
        loop {
            let folder = TempDir::new().unwrap();
            match copy(&dist, folder.path()) {
                Ok(()) if is_whole(folder.path()) => {
                    return Self {
                        folder,
                        prefix: "",
                        compression: CompressionLevel::Fastest,
                        headers: headers(),
                    };
                }
                _ => assert!(
                    Instant::now() < deadline,
                    "There is no finished site in dist/. Run: ./dev test (or ./dev build first)"
                ),
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// The same, served from a folder of its host instead of the root.
    pub(crate) fn under(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// The same, compressed as well as a host does that compresses beforehand.
    pub(crate) fn well_compressed(self) -> Self {
        Self {
            compression: CompressionLevel::Best,
            ..self
        }
    }

    /// The same, with one more header on every answer.
    pub(crate) fn with_header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        ));
        self
    }

    /// The same without a file.
    pub(crate) fn without(self, file: &str) -> Self {
        fs::remove_file(self.folder.path().join(file)).unwrap();
        self
    }

    /// The same with other contents in a file.
    pub(crate) fn with(self, file: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Self {
        let path = self.folder.path().join(file);
        fs::write(&path, change(fs::read(&path).unwrap())).unwrap();
        self
    }

    /// The same with one more file.
    pub(crate) fn adding(self, file: &str, bytes: Vec<u8>) -> Self {
        fs::write(self.folder.path().join(file), bytes).unwrap();
        self
    }

    /// The name of the file of the explorer itself that ends like this.
    pub(crate) fn file_ending(&self, end: &str) -> String {
        let names = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names
            .into_iter()
            .find(|name| name.starts_with("explorer") && name.ends_with(end))
            .unwrap()
    }

    pub(super) async fn serve(self) -> Served {
        let wire = Arc::new(Mutex::new(Vec::new()));
        let files = Router::new().fallback_service(ServeDir::new(self.folder.path()));
        let mut app = if self.prefix.is_empty() {
            files
        } else {
            Router::new().nest_service(self.prefix, files)
        };
        app = app.layer(CompressionLayer::new().quality(self.compression));
        for (name, value) in self.headers {
            app = app.layer(SetResponseHeaderLayer::overriding(name, value));
        }
        let app = app.layer(from_fn_with_state(Arc::clone(&wire), count));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, app).await });
        Served {
            folder: self.folder,
            address,
            prefix: self.prefix,
            wire,
        }
    }
}

impl Served {
    pub(super) fn url(&self, link: &str) -> String {
        format!("http://{}{}/{link}", self.address, self.prefix)
    }

    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub(super) fn wire(&self) -> Vec<Wire> {
        self.wire.lock().unwrap().clone()
    }
}

/// Takes the whole body together, so that its length on the wire is known.
async fn count(
    State(wire): State<Arc<Mutex<Vec<Wire>>>>,
    request: Request,
    next: Next,
) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let (mut head, body) = next.run(request).await.into_parts();
    // Its seconds are too coarse for a file that a test replaces within one: the browser would be told that nothing changed.
    head.headers.remove(LAST_MODIFIED);
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    wire.lock().unwrap().push(Wire {
        path,
        status: head.status.as_u16(),
        bytes: body.len(),
    });
    Response::from_parts(head, Body::from(body))
}

/// The headers that Trunk serves with.
fn headers() -> Vec<(HeaderName, HeaderValue)> {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Trunk.toml")).unwrap();
    let trunk: toml::Table = toml::from_str(&text).unwrap();
    let headers = trunk["serve"]["headers"].as_table().unwrap();
    assert!(
        headers.contains_key("Content-Security-Policy"),
        "Trunk.toml sends no content security policy"
    );
    headers
        .iter()
        .map(|(name, value)| {
            (
                name.parse().unwrap(),
                value.as_str().unwrap().parse().unwrap(),
            )
        })
        .collect()
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            fs::create_dir(&target)?;
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

/// Whether the page and everything that it names are there; a build in progress replaces them one by one.
fn is_whole(folder: &Path) -> bool {
    let Ok(page) = fs::read_to_string(folder.join("index.html")) else {
        return false;
    };
    let mut named = page.split('"').filter(|word| {
        [".js", ".css", ".wasm"]
            .iter()
            .any(|end| word.ends_with(end))
            && !word.contains(' ')
    });
    named.all(|name| folder.join(name).is_file() || name == "monitor.css")
        && folder.join("data/datapackage.json").is_file()
}
