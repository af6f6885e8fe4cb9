//! The folder that holds the data, and the lock that keeps a second server out of it.
//! It does not know what is kept inside.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::OpenError;

/// A data folder, ours alone as long as this value lives. The system frees it when the process dies, however it dies.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    lock: File,
}

impl DataFolder {
    /// Creates the folder if need be, and takes it.
    pub fn lock(path: impl Into<PathBuf>) -> Result<Self, OpenError> {
        let path = path.into();
        let file = fs::create_dir_all(&path).and_then(|()| {
            File::options().create(true).truncate(false).write(true).open(path.join("miroir.lock"))
        });
        match file.map(|lock| (lock.try_lock(), lock)) {
            Ok((Ok(()), lock)) => Ok(Self { path, lock }),
            Ok((Err(TryLockError::WouldBlock), _)) => Err(OpenError::InUse(path)),
            Ok((Err(TryLockError::Error(source)), _)) | Err(source) => {
                Err(OpenError::Folder { folder: path, source })
            }
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for DataFolder {
    /// Closing the file would not do while a child process, just forked, still holds a copy of it.
    fn drop(&mut self) {
        drop(self.lock.unlock());
    }
}
