using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Jpos.Infrastructure.Persistence.Migrations.PostgreSql
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AwardRules",
                table: "TransactionJournal",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "KindId",
                table: "Tickets",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Multiplier = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: false),
                    Advertisement = table.Column<string>(type: "character varying(999)", maxLength: 999, nullable: false),
                    IsCalledOff = table.Column<bool>(type: "boolean", nullable: false),
                    StoreNumbers = table.Column<string>(type: "character varying(8000)", unicode: false, maxLength: 8000, nullable: false),
                    GradeNumbers = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Rules_AdjustmentLimit = table.Column<long>(type: "bigint", nullable: false),
                    Rules_DiamondRate = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    Rules_ExpiryGraceDays = table.Column<int>(type: "integer", nullable: false),
                    Rules_GiftDecimals = table.Column<int>(type: "integer", nullable: false),
                    Rules_GiftRounding = table.Column<int>(type: "integer", nullable: false),
                    Rules_GiftValidMonths = table.Column<int>(type: "integer", nullable: false),
                    Rules_GiftsAvailableAtOnce = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_GoldRate = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    Rules_GreenRate = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    Rules_PendingDays = table.Column<int>(type: "integer", nullable: false),
                    Rules_PlatinumRate = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    Rules_PointValue = table.Column<long>(type: "bigint", nullable: false),
                    Rules_RefundMayLeaveDebt = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_RefundWindowDays = table.Column<int>(type: "integer", nullable: false)
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
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Type = table.Column<int>(type: "integer", nullable: false),
                    Face = table.Column<long>(type: "bigint", nullable: false),
                    ValidDays = table.Column<int>(type: "integer", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
