using Jpos.Infrastructure.Database.Converters;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Tests.Persistence;

internal sealed class ClosedSetTests
{
    [TestCase(Engine.Sqlite)]
    [TestCase(Engine.PostgreSql)]
    public async Task Every_column_of_a_closed_set_refuses_an_unknown_value(Engine engine)
    {
        await using var host = await JposHost.Run(engine: engine);
        var constraints = await host.InDatabase(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetCheckConstraints()).Select(check => check.Name).ToHashSet()));
        var columns = await host.InDatabase(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(EnumColumns).ToList()));
        Assert.That(columns, Is.Not.Empty);
        Assert.That(columns.Select(column => EnumConstraints.NameOf(column.Table, column.Column)), Is.SubsetOf(constraints));
        await host.InDatabase(async db =>
        {
            foreach (var sql in new[] { """UPDATE "Terminals" SET "MacPolicy" = 3 + 4""", """UPDATE "Cards" SET "State" = -1""", """UPDATE "Stores" SET "DeniedOperations" = 1 + 1048576""", """UPDATE "Members" SET "Gender" = '09' """ })
            {
                Assert.That(async () => await db.Database.ExecuteSqlRawAsync(sql), Throws.InstanceOf<System.Data.Common.DbException>(), sql);
            }
        });
    }

    private static IEnumerable<(string Table, string Column)> EnumColumns(IEntityType entity) => entity.GetProperties()
        .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
        .Select(property => (entity.GetTableName()!, property.GetColumnName()));
}
