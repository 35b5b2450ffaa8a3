create table effect (place bigint generated always as identity primary key, number int not null);
