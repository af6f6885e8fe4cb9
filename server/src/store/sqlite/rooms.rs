//! Rooms in `SQLite`: what writes, each a verb, and below what reads.

mod read;
mod write;

use async_trait::async_trait;

use super::SqliteStore;
use crate::store::{
    BeginError, Door, Join, ModelRow, NewModel, NewRoom, RoomCall, RoomRow, RoomSeatRow, Rooms, Stand,
    StoreError,
};
use write::{CloseRoom, DropModel, SetDoor};

#[async_trait]
impl Rooms for SqliteStore {
    async fn open_room(&self, room: NewRoom) -> Result<(), BeginError> {
        self.writer.write(room).await
    }

    async fn room(&self, workshop: &str) -> Result<Option<RoomRow>, StoreError> {
        self.reader.room(workshop).await
    }

    async fn room_called(&self, call: &RoomCall) -> Result<Option<String>, StoreError> {
        self.reader.room_called(call).await
    }

    async fn rooms_of(&self, place: &str, limit: u32) -> Result<Vec<RoomRow>, StoreError> {
        self.reader.rooms_of(place, limit).await
    }

    async fn rooms_to_close(&self, now_ms: i64) -> Result<Vec<String>, StoreError> {
        self.reader.rooms_to_close(now_ms).await
    }

    async fn set_door(&self, workshop: &str, door: Door) -> Result<bool, StoreError> {
        self.writer.write(SetDoor { workshop: workshop.to_owned(), door }).await
    }

    async fn close_room(&self, workshop: &str, at_ms: i64) -> Result<bool, StoreError> {
        self.writer.write(CloseRoom { workshop: workshop.to_owned(), at_ms }).await
    }

    async fn join(&self, join: Join) -> Result<Option<RoomSeatRow>, StoreError> {
        self.writer.write(join).await
    }

    async fn room_seats(&self, workshop: &str) -> Result<Vec<RoomSeatRow>, StoreError> {
        self.reader.room_seats(workshop).await
    }

    async fn room_seat(&self, workshop: &str, seat: &str) -> Result<Option<RoomSeatRow>, StoreError> {
        self.reader.room_seat(workshop, seat).await
    }

    async fn stand(&self, stand: Stand) -> Result<Vec<String>, StoreError> {
        self.writer.write(stand).await
    }

    async fn keep_model(&self, model: NewModel) -> Result<(), StoreError> {
        self.writer.write(model).await
    }

    async fn models(&self, place: &str) -> Result<Vec<ModelRow>, StoreError> {
        self.reader.models(place).await
    }

    async fn drop_model(&self, place: &str, id: &str) -> Result<bool, StoreError> {
        self.writer.write(DropModel { place: place.to_owned(), id: id.to_owned() }).await
    }
}
