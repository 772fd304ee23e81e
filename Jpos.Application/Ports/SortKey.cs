using System.Globalization;
using System.Linq.Expressions;
using Jpos.Domain.Text;

namespace Jpos.Application.Ports;

/// <summary>A sort key and its text form in a cursor.</summary>
public abstract class SortKey<TRow>
{
    /// <summary>Selects the key of a row.</summary>
    public abstract LambdaExpression Of { get; }

    /// <summary>Returns the text form of a row's key.</summary>
    public abstract string Write(TRow row);

    /// <summary>Parses the text form; null if it is malformed.</summary>
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

/// <summary>Creates sort keys.</summary>
public static class SortKey
{
    public static SortKey<TRow> Number<TRow>(Expression<Func<TRow, long>> of) => new SortKey<TRow, long>(
        of, number => number.ToString(CultureInfo.InvariantCulture), text => NumberText.TryParseWhole(text, out var number) ? number : null);

    /// <summary>Creates a key of an instant, UTC.</summary>
    public static SortKey<TRow> Time<TRow>(Expression<Func<TRow, DateTime>> of) => new SortKey<TRow, DateTime>(
        of,
        time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        text => NumberText.TryParseWhole(text, out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : null);

    /// <param name="of">Selects the key of a row.</param>
    /// <param name="isOne">Returns whether a text may be a key.</param>
    public static SortKey<TRow> Text<TRow>(Expression<Func<TRow, string>> of, Func<string, bool> isOne) => new SortKey<TRow, string>(of, text => text, text => isOne(text) ? text : null);
}
