using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jpos.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Looking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TransactionJournal_CardId_BusinessDay",
                table: "TransactionJournal");

            migrationBuilder.DropIndex(
                name: "IX_TransactionJournal_Original",
                table: "TransactionJournal");

            migrationBuilder.DropIndex(
                name: "IX_Cards_ProductId",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Batches_StoreNumber",
                table: "Batches");

            migrationBuilder.AddColumn<int>(
                name: "AwardGrade",
                table: "TransactionJournal",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BatchId",
                table: "Alerts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Alerts",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResolvedAt",
                table: "Alerts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Alerts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Store",
                table: "Alerts",
                type: "character varying(15)",
                unicode: false,
                maxLength: 15,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenAt",
                table: "Alerts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Alerts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Who",
                table: "Alerts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_At",
                table: "TransactionJournal",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_BatchId_At",
                table: "TransactionJournal",
                columns: new[] { "BatchId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_CardId_At",
                table: "TransactionJournal",
                columns: new[] { "CardId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_Original",
                table: "TransactionJournal",
                column: "Original",
                filter: "\"Original\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cards_ProductId_Number",
                table: "Cards",
                columns: new[] { "ProductId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_State_Number",
                table: "Cards",
                columns: new[] { "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_Open",
                table: "Batches",
                column: "OpenedAt",
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_OpenedAt",
                table: "Batches",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_StoreNumber_OpenedAt",
                table: "Batches",
                columns: new[] { "StoreNumber", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_TerminalNumber_OpenedAt",
                table: "Batches",
                columns: new[] { "TerminalNumber", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_BatchId_Kind",
                table: "Alerts",
                columns: new[] { "BatchId", "Kind" },
                unique: true,
                filter: "\"BatchId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_State_Id",
                table: "Alerts",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_State_Kind_Id",
                table: "Alerts",
                columns: new[] { "State", "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Store_State_Id",
                table: "Alerts",
                columns: new[] { "Store", "State", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Alerts_Batches_BatchId",
                table: "Alerts",
                column: "BatchId",
                principalTable: "Batches",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Alerts_Stores_Store",
                table: "Alerts",
                column: "Store",
                principalTable: "Stores",
                principalColumn: "Number",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Alerts_Batches_BatchId",
                table: "Alerts");

            migrationBuilder.DropForeignKey(
                name: "FK_Alerts_Stores_Store",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_TransactionJournal_At",
                table: "TransactionJournal");

            migrationBuilder.DropIndex(
                name: "IX_TransactionJournal_BatchId_At",
                table: "TransactionJournal");

            migrationBuilder.DropIndex(
                name: "IX_TransactionJournal_CardId_At",
                table: "TransactionJournal");

            migrationBuilder.DropIndex(
                name: "IX_TransactionJournal_Original",
                table: "TransactionJournal");

            migrationBuilder.DropIndex(
                name: "IX_Cards_ProductId_Number",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Cards_State_Number",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Batches_Open",
                table: "Batches");

            migrationBuilder.DropIndex(
                name: "IX_Batches_OpenedAt",
                table: "Batches");

            migrationBuilder.DropIndex(
                name: "IX_Batches_StoreNumber_OpenedAt",
                table: "Batches");

            migrationBuilder.DropIndex(
                name: "IX_Batches_TerminalNumber_OpenedAt",
                table: "Batches");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_BatchId_Kind",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_State_Id",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_State_Kind_Id",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_Store_State_Id",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "AwardGrade",
                table: "TransactionJournal");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "ResolvedAt",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "Store",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "Who",
                table: "Alerts");

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_CardId_BusinessDay",
                table: "TransactionJournal",
                columns: new[] { "CardId", "BusinessDay" });

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_Original",
                table: "TransactionJournal",
                column: "Original");

            migrationBuilder.CreateIndex(
                name: "IX_Cards_ProductId",
                table: "Cards",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_StoreNumber",
                table: "Batches",
                column: "StoreNumber");
        }
    }
}
