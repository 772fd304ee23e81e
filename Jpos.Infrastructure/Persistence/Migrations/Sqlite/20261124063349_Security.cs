using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jpos.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Security : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Alerts_About_Kind",
                table: "Alerts");

            migrationBuilder.AddColumn<int>(
                name: "RefusedCards",
                table: "Terminals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RefusedCardsSince",
                table: "Terminals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrongPins",
                table: "Cards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WrongPinsOn",
                table: "Cards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrongPinsToday",
                table: "Cards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<long>(
                name: "About",
                table: "Alerts",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Terminal",
                table: "Alerts",
                type: "TEXT",
                unicode: false,
                maxLength: 8,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AddressFailures",
                columns: table => new
                {
                    Address = table.Column<string>(type: "TEXT", unicode: false, maxLength: 45, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressFailures", x => x.Address);
                });

            migrationBuilder.CreateTable(
                name: "DataKeys",
                columns: table => new
                {
                    Use = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataKeys", x => x.Use);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_About_Kind",
                table: "Alerts",
                columns: new[] { "About", "Kind" },
                unique: true,
                filter: "\"About\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Terminal_Kind_RaisedAt",
                table: "Alerts",
                columns: new[] { "Terminal", "Kind", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AddressFailures_Since",
                table: "AddressFailures",
                column: "Since");

            migrationBuilder.AddForeignKey(
                name: "FK_Alerts_Terminals_Terminal",
                table: "Alerts",
                column: "Terminal",
                principalTable: "Terminals",
                principalColumn: "Number",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Alerts_Terminals_Terminal",
                table: "Alerts");

            migrationBuilder.DropTable(
                name: "AddressFailures");

            migrationBuilder.DropTable(
                name: "DataKeys");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_About_Kind",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_Terminal_Kind_RaisedAt",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "RefusedCards",
                table: "Terminals");

            migrationBuilder.DropColumn(
                name: "RefusedCardsSince",
                table: "Terminals");

            migrationBuilder.DropColumn(
                name: "WrongPins",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "WrongPinsOn",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "WrongPinsToday",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Terminal",
                table: "Alerts");

            migrationBuilder.AlterColumn<long>(
                name: "About",
                table: "Alerts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_About_Kind",
                table: "Alerts",
                columns: new[] { "About", "Kind" },
                unique: true);
        }
    }
}
