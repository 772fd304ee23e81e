using System.Globalization;
using System.Linq.Expressions;
using Jpos.Domain.Text;

namespace Jpos.Application.Ports;

/// <summary>Something that rows are sorted by, and how it is written where a list goes on.</summary>
public abstract class SortKey<TRow>
{
    /// <summary>What of a row it is.</summary>
    public abstract LambdaExpression Of { get; }

    /// <summary>A row's, as it is written.</summary>
    public abstract string Write(TRow row);

    /// <summary>What was written; null if it was not by <see cref="Write"/>.</summary>
    public abstract object? Read(string text);
}

/// <inheritdoc/>
internal sealed class SortKey<TRow, TKey>(Expression<Func<TRow, TKey>> of, Func<TKey, string> write, Func<string, object?> read) : SortKey<TRow>
{
    private readonly Func<TRow, TKey> find = of.Compile();

    public override LambdaExpression Of => of;

    public override string Write(TRow row) => write(find(row));

    public override object? Read(string text) => read(text);
}

/// <summary>Makes keys.</summary>
public static class SortKey
{
    public static SortKey<TRow> Number<TRow>(Expression<Func<TRow, long>> of) => new SortKey<TRow, long>(
        of, number => number.ToString(CultureInfo.InvariantCulture), text => NumberText.TryParseWhole(text, out var number) ? number : null);

    /// <summary>An instant, UTC.</summary>
    public static SortKey<TRow> Time<TRow>(Expression<Func<TRow, DateTime>> of) => new SortKey<TRow, DateTime>(
        of,
        time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        text => NumberText.TryParseWhole(text, out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : null);

    /// <param name="of">What of a row it is.</param>
    /// <param name="isOne">Whether a text may be one.</param>
    public static SortKey<TRow> Text<TRow>(Expression<Func<TRow, string>> of, Func<string, bool> isOne) => new SortKey<TRow, string>(of, text => text, text => isOne(text) ? text : null);
}
