using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jpos.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class MembersByDocument : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Members_IdNumber_IdType",
                table: "Members",
                columns: new[] { "IdNumber", "IdType" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Members_IdNumber_IdType",
                table: "Members");
        }
    }
}
