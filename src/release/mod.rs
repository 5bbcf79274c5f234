//! A release: the data package that publish writes and the explorer reads, checked before anything is computed from it.

mod agreed_range;
mod boundaries;
mod decode;
mod error;
mod hash;
mod manifest;
mod region;
mod rounding;

pub use agreed_range::{AgreedRange, RangeConfig};
pub use boundaries::{Boundaries, Outline};
pub use decode::decode_cube;
pub use error::ReleaseError;
pub use hash::{check_bytes, sha256_hex};
pub use manifest::{
    AreaConfig, AreaKind, BreakConfig, CatalogueConfig, Contributor, Controle, Field, Licence,
    Manifest, Package, PeriodConfig, PeriodStatus, Policy, RegionConfig, Resource, RowAction,
    Schema, Source, StructuralZero, Weggelaten, Wording,
};
pub use region::{Area, AreaId, Break, Region, Release};
pub(crate) use rounding::{R10, provider_base, rounding};

/// The name of the descriptor in every release folder.
pub const DESCRIPTOR: &str = "datapackage.json";
