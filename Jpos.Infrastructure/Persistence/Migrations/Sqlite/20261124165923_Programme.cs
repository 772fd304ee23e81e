using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jpos.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Programme : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AwardCampaign",
                table: "TransactionJournal",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AwardRules",
                table: "TransactionJournal",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "KindId",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Multiplier = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Advertisement = table.Column<string>(type: "TEXT", maxLength: 999, nullable: false),
                    IsCalledOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    StoreNumbers = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8000, nullable: false),
                    GradeNumbers = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Rules_AdjustmentLimit = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules_DiamondRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    Rules_ExpiryGraceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_GiftDecimals = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_GiftRounding = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_GiftValidMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_GiftsAvailableAtOnce = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rules_GoldRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    Rules_GreenRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    Rules_PendingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_PlatinumRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    Rules_PointValue = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules_RefundMayLeaveDebt = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rules_RefundWindowDays = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "TicketKinds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Face = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketKinds", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_KindId",
                table: "Tickets",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Through",
                table: "Campaigns",
                column: "Through");

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
                name: "FK_Tickets_TicketKinds_KindId",
                table: "Tickets");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "ProgrammeVersions");

            migrationBuilder.DropTable(
                name: "TicketKinds");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_KindId",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "AwardCampaign",
                table: "TransactionJournal");

            migrationBuilder.DropColumn(
                name: "AwardRules",
                table: "TransactionJournal");

            migrationBuilder.DropColumn(
                name: "KindId",
                table: "Tickets");
        }
    }
}
