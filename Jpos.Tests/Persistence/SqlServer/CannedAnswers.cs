using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Jpos.Infrastructure.Database.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>What lets the host go on to its next statement: a figure where it asks for one, a number for what it adds, one entry of the journal, the rules of the programme, and else no rows.</summary>
internal static partial class CannedAnswers
{
    /// <summary>The column after which those of other tables begin.</summary>
    private const string LastOfEntry = "VoucherAmount";

    /// <summary>An entry whose columns are not null; the others are.</summary>
    private static readonly Dictionary<string, object> Entry = new()
    {
        ["Serial"] = 100_000_000_001L,
        ["Root"] = 100_000_000_001L,
        ["Operation"] = 1,
        ["IsReversal"] = false,
        ["Content"] = "",
        ["At"] = DateTime.UnixEpoch,
        ["BusinessDay"] = DateOnly.FromDateTime(DateTime.UnixEpoch),
        ["Code"] = "00",
        ["AccountId"] = 0L,
        ["MaskedCard"] = "",
        ["PointAmount"] = 0L,
        ["CashAmount"] = 0L,
        ["TicketAmount"] = 0L,
        ["VoucherAmount"] = 0L,
        ["Used"] = 0L,
        ["Awarded"] = 0L,
        ["AwardRate"] = 0m,
        ["AwardMultiplier"] = 1m,
        ["Status"] = 0,
        ["Answer"] = Array.Empty<byte>(),
        ["Version"] = 0,
    };

    /// <summary>Rules of the programme, which every unit of work goes by.</summary>
    private static readonly Dictionary<string, object> Rules = new()
    {
        ["Number"] = 1,
        ["Since"] = DateTime.UnixEpoch,
        ["By"] = "",
        ["Rules_PointValue"] = 100L,
        ["Rules_AdjustmentLimit"] = 0L,
        ["Rules_AdjustmentLimitOfPerson"] = 0L,
        ["Rules_MostPerConsume"] = 5_000_000L,
        ["Rules_MostGiftsPerDay"] = 10_000_000L,
        ["Rules_LargeGift"] = 500_000L,
        ["Rules_GreenRate"] = 0m,
        ["Rules_GoldRate"] = 0m,
        ["Rules_PlatinumRate"] = 0m,
        ["Rules_DiamondRate"] = 0m,
        ["Rules_GiftsAvailableAtOnce"] = false,
        ["Rules_RefundMayLeaveDebt"] = false,
    };

    private static long lastNumber;

    private static readonly string[] Migrations = FindMigrations();

    public static DataTable[] To(string sql)
    {
        if (sql.Contains("OUTPUT ", StringComparison.Ordinal))
        {
            return [.. sql.Split(";\n").Where(statement => statement.Contains("OUTPUT ", StringComparison.Ordinal)).Select(Changed)];
        }

        var columns = Columns(sql);
        return
        [
            sql switch
            {
                _ when sql.Contains("FROM [__EFMigrationsHistory]", StringComparison.Ordinal) => Table(columns.Length, [.. Migrations.Select(name => new object[] { name, "10" })]),
                _ when sql.Contains("[sys].[databases]", StringComparison.Ordinal) => Table(columns.Length, [.. columns.Select(column => column switch { "ReadCommittedSnapshot" => true, "SnapshotState" => 1, "DelayedDurability" => 0, _ => (object)160 })]),
                _ when columns is ["AccountId"] => Table(1, [1L]),
                _ when columns is ["FirstFree"] => Table(1, [100_000_000_001L]),
                _ when sql.StartsWith("SELECT [t].[Number]", StringComparison.Ordinal) && columns.Length == 1 => Table(1, ["10000001"]),
                _ when columns is [var only] && only.StartsWith("COUNT_BIG(", StringComparison.Ordinal) => Table(1, [0L]),
                _ when columns is [var only] && only.StartsWith("COUNT(", StringComparison.Ordinal) => Table(1, [0]),
                _ when columns is [var only] && only.StartsWith("COALESCE(SUM(", StringComparison.Ordinal) => Table(1, [0L]),
                _ when columns is [var only] && only.StartsWith("MAX(", StringComparison.Ordinal) => Table(1, [DBNull.Value]),
                _ when columns is [var only] && only.StartsWith("CASE WHEN EXISTS", StringComparison.Ordinal) => Table(1, [false]),
                _ when columns.Contains("Rules_PointValue") => Table(columns.Length, [.. columns.Select(column => Rules.GetValueOrDefault(column, 1))]),
                _ when columns.Contains("Serial") && columns.Contains("Answer") =>
                    Table(columns.Length, [.. columns.Select((column, place) => place <= Array.IndexOf(columns, LastOfEntry) ? Entry.GetValueOrDefault(column, DBNull.Value) : DBNull.Value)]),
                _ => Table(Math.Max(columns.Length, 1)),
            },
        ];
    }

    /// <summary>The rows that a statement of a save gives back: numbers for what was added, or one for a row that was changed.</summary>
    private static DataTable Changed(string statement)
    {
        if (statement.Contains("OUTPUT 1", StringComparison.Ordinal))
        {
            return Table(1, [1]);
        }

        var added = Position().Count(statement);
        return added == 0 ? Table(1, [++lastNumber]) : Table(2, [.. Enumerable.Range(0, added).Select(place => new object[] { ++lastNumber, place })]);
    }

    /// <summary>The names of what a query selects.</summary>
    private static string[] Columns(string sql)
    {
        var select = Select().Match(sql).Groups[1].Value.ReplaceLineEndings(" ");
        var (columns, depth, from) = (new List<string>(), 0, 0);
        for (var at = 0; at < select.Length; at++)
        {
            depth += select[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (select[at] == ',' && depth == 0)
            {
                columns.Add(Name(select[from..at]));
                from = at + 1;
            }
        }

        return [.. columns, Name(select[from..])];
    }

    private static string Name(string column) => Bare().Match(column.Trim()) is { Success: true } match ? match.Groups[1].Value : Spaces().Replace(column.Trim(), " ");

    private static DataTable Table(int columns, params object[][] rows)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var column in Enumerable.Range(0, columns))
        {
            table.Columns.Add($"c{column}", typeof(object));
        }

        foreach (var row in rows)
        {
            table.Rows.Add(row);
        }

        return table;
    }

    private static DataTable Table(int columns, object[] row) => Table(columns, [row]);

    private static string[] FindMigrations()
    {
        using var db = new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(SqlServerEngine.Configure).Options);
        return [.. db.Database.GetMigrations()];
    }

    [GeneratedRegex(@"^SELECT (?:TOP\([^)]*\) |DISTINCT )?(.*?)\r?\nFROM|^SELECT (?<1>CASE.*)", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex(@"\[([^\]]+)\]$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@", [0-9]+\)")]
    private static partial Regex Position();
}
