using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jpos.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Programme : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "KindId",
                table: "Tickets",
                type: "bigint",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_KindId",
                table: "Tickets",
                column: "KindId");

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
                name: "TicketKinds");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_KindId",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "KindId",
                table: "Tickets");
        }
    }
}
