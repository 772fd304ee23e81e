using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jpos.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WholeBackOffice : Migration
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

            migrationBuilder.AddColumn<long>(
                name: "AwardCampaign",
                table: "TransactionJournal",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AwardGrade",
                table: "TransactionJournal",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AwardRules",
                table: "TransactionJournal",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "KindId",
                table: "Tickets",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplacedBy",
                table: "Cards",
                type: "varchar(19)",
                unicode: false,
                maxLength: 19,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BatchId",
                table: "Alerts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Alerts",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResolvedAt",
                table: "Alerts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Alerts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Store",
                table: "Alerts",
                type: "varchar(15)",
                unicode: false,
                maxLength: 15,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenAt",
                table: "Alerts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Alerts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Who",
                table: "Alerts",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Multiplier = table.Column<decimal>(type: "decimal(9,6)", precision: 9, scale: 6, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: false),
                    Advertisement = table.Column<string>(type: "nvarchar(999)", maxLength: 999, nullable: false),
                    IsCalledOff = table.Column<bool>(type: "bit", nullable: false),
                    StoreNumbers = table.Column<string>(type: "varchar(8000)", unicode: false, maxLength: 8000, nullable: false),
                    GradeNumbers = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Digest = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Lines = table.Column<int>(type: "int", nullable: false),
                    LinesDone = table.Column<int>(type: "int", nullable: false),
                    Good = table.Column<int>(type: "int", nullable: false),
                    Bad = table.Column<int>(type: "int", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                    table.CheckConstraint("CK_Imports_Lines", " \"LinesDone\" BETWEEN 0 AND \"Lines\" AND \"Good\" >= 0 AND \"Bad\" >= 0 ");
                });

            migrationBuilder.CreateTable(
                name: "PointAdjustments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CardId = table.Column<long>(type: "bigint", nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Serial = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointAdjustments", x => x.Id);
                    table.CheckConstraint("CK_PointAdjustments_Points", " \"Points\" <> 0 ");
                    table.ForeignKey(
                        name: "FK_PointAdjustments_Cards_CardId",
                        column: x => x.CardId,
                        principalTable: "Cards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PointAdjustments_TransactionJournal_Serial",
                        column: x => x.Serial,
                        principalTable: "TransactionJournal",
                        principalColumn: "Serial",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Rules_AdjustmentLimit = table.Column<long>(type: "bigint", nullable: false),
                    Rules_DiamondRate = table.Column<decimal>(type: "decimal(9,6)", precision: 9, scale: 6, nullable: false),
                    Rules_ExpiryGraceDays = table.Column<int>(type: "int", nullable: false),
                    Rules_GiftDecimals = table.Column<int>(type: "int", nullable: false),
                    Rules_GiftRounding = table.Column<int>(type: "int", nullable: false),
                    Rules_GiftValidMonths = table.Column<int>(type: "int", nullable: false),
                    Rules_GiftsAvailableAtOnce = table.Column<bool>(type: "bit", nullable: false),
                    Rules_GoldRate = table.Column<decimal>(type: "decimal(9,6)", precision: 9, scale: 6, nullable: false),
                    Rules_GreenRate = table.Column<decimal>(type: "decimal(9,6)", precision: 9, scale: 6, nullable: false),
                    Rules_PendingDays = table.Column<int>(type: "int", nullable: false),
                    Rules_PlatinumRate = table.Column<decimal>(type: "decimal(9,6)", precision: 9, scale: 6, nullable: false),
                    Rules_PointValue = table.Column<long>(type: "bigint", nullable: false),
                    Rules_RefundMayLeaveDebt = table.Column<bool>(type: "bit", nullable: false),
                    Rules_RefundWindowDays = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "TicketKinds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Type = table.Column<int>(type: "int", nullable: false),
                    Face = table.Column<long>(type: "bigint", nullable: false),
                    ValidDays = table.Column<int>(type: "int", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SubscriptionId = table.Column<long>(type: "bigint", nullable: false),
                    EventId = table.Column<long>(type: "bigint", nullable: false),
                    Type = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastOutcome = table.Column<string>(type: "varchar(50)", unicode: false, maxLength: 50, nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "WebhookLeases",
                columns: table => new
                {
                    SubscriptionId = table.Column<long>(type: "bigint", nullable: false),
                    Holder = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookLeases", x => x.SubscriptionId);
                });

            migrationBuilder.CreateTable(
                name: "WebhookSubscriptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Url = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Events = table.Column<int>(type: "int", nullable: false),
                    IsEnabled = table.Column<bool>(type: "bit", nullable: false),
                    Description = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    WrappedSecret = table.Column<byte[]>(type: "varbinary(128)", maxLength: 128, nullable: false),
                    WrappedFormerSecret = table.Column<byte[]>(type: "varbinary(128)", maxLength: 128, nullable: false),
                    FormerSecretUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookSubscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportFaults",
                columns: table => new
                {
                    ImportId = table.Column<long>(type: "bigint", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFaults", x => new { x.ImportId, x.Line });
                    table.ForeignKey(
                        name: "FK_ImportFaults_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "IX_Tickets_KindId",
                table: "Tickets",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_SettledAt_BatchId",
                table: "Settlements",
                columns: new[] { "SettledAt", "BatchId" });

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

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Through",
                table: "Campaigns",
                column: "Through");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_Digest_Kind",
                table: "Imports",
                columns: new[] { "Digest", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PointAdjustments_CardId_Id",
                table: "PointAdjustments",
                columns: new[] { "CardId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PointAdjustments_Serial",
                table: "PointAdjustments",
                column: "Serial");

            migrationBuilder.CreateIndex(
                name: "IX_PointAdjustments_State_Id",
                table: "PointAdjustments",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_DeliveredAt",
                table: "WebhookDeliveries",
                column: "DeliveredAt",
                filter: "\"DeliveredAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_SubscriptionId_DueAt",
                table: "WebhookDeliveries",
                columns: new[] { "SubscriptionId", "DueAt" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_SubscriptionId_Line_Number",
                table: "WebhookDeliveries",
                columns: new[] { "SubscriptionId", "Line", "Number" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_SubscriptionId_State_Number",
                table: "WebhookDeliveries",
                columns: new[] { "SubscriptionId", "State", "Number" });

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

            migrationBuilder.AddForeignKey(
                name: "FK_Tickets_TicketKinds_KindId",
                table: "Tickets",
                column: "KindId",
                principalTable: "TicketKinds",
                principalColumn: "Id",
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

            migrationBuilder.DropForeignKey(
                name: "FK_Tickets_TicketKinds_KindId",
                table: "Tickets");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "ImportFaults");

            migrationBuilder.DropTable(
                name: "PointAdjustments");

            migrationBuilder.DropTable(
                name: "ProgrammeVersions");

            migrationBuilder.DropTable(
                name: "TicketKinds");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "WebhookLeases");

            migrationBuilder.DropTable(
                name: "WebhookSubscriptions");

            migrationBuilder.DropTable(
                name: "Imports");

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
                name: "IX_Tickets_KindId",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Settlements_SettledAt_BatchId",
                table: "Settlements");

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
                name: "AwardCampaign",
                table: "TransactionJournal");

            migrationBuilder.DropColumn(
                name: "AwardGrade",
                table: "TransactionJournal");

            migrationBuilder.DropColumn(
                name: "AwardRules",
                table: "TransactionJournal");

            migrationBuilder.DropColumn(
                name: "KindId",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ReplacedBy",
                table: "Cards");

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
