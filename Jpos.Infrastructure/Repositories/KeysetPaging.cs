using System.Linq.Expressions;

namespace Jpos.Infrastructure.Repositories;

/// <summary>Reads pages of lists by keyset, so that every page costs the same.</summary>
internal static class KeysetPaging
{
    /// <summary>Returns the rows of a page in order, and one more if there is a next page.</summary>
    public static IQueryable<TRow> Paged<TRow>(this IQueryable<TRow> rows, PageRequest<TRow> pageRequest)
    {
        var (by, isDescending) = pageRequest.Order;
        var row = Expression.Parameter(typeof(TRow), "row");
        if (pageRequest.CursorKeys.Count > 0)
        {
            rows = rows.Where(Expression.Lambda<Func<TRow, bool>>(After(pageRequest, row), row));
        }

        var sorted = by.Leading is null ? Sorted(rows, nameof(Queryable.OrderBy), by.TieBreaker) : Sorted(Sorted(rows, nameof(Queryable.OrderBy), by.Leading), nameof(Queryable.ThenBy), by.TieBreaker);
        return sorted.Take(pageRequest.Limit + 1);

        IQueryable<TRow> Sorted(IQueryable<TRow> unsorted, string method, SortKey<TRow> key)
        {
            var column = new Columns(key.Of.Parameters[0], row).Visit(key.Of.Body);
            return unsorted.Provider.CreateQuery<TRow>(
                Expression.Call(typeof(Queryable), isDescending ? $"{method}Descending" : method, [typeof(TRow), column.Type], unsorted.Expression, Expression.Lambda(column, row)));
        }
    }

    private static BinaryExpression After<TRow>(PageRequest<TRow> pageRequest, ParameterExpression row)
    {
        var (first, last, beyond) = (pageRequest.Order.By.Leading, pageRequest.Order.By.TieBreaker, pageRequest.Order.IsDescending ? ExpressionType.LessThan : ExpressionType.GreaterThan);
        var beyondLast = Compare(beyond, Value(last), pageRequest.CursorKeys[0]);
        if (first is null)
        {
            return beyondLast;
        }

        // The first condition uses the index; the second one removes rows of the previous page with the same leading key.
        var notBefore = Compare(pageRequest.Order.IsDescending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual, Value(first), pageRequest.CursorKeys[1]);
        return Expression.AndAlso(notBefore, Expression.OrElse(Compare(beyond, Value(first), pageRequest.CursorKeys[1]), beyondLast));

        Expression Value(SortKey<TRow> key)
        {
            var column = new Columns(key.Of.Parameters[0], row).Visit(key.Of.Body);
            return column.Type == key.Of.ReturnType ? column : Expression.Convert(Expression.Convert(column, typeof(object)), key.Of.ReturnType);
        }
    }

    private static BinaryExpression Compare(ExpressionType comparison, Expression key, object value) => value switch
    {
        string text => Expression.MakeBinary(comparison, Expression.Call(typeof(string), nameof(string.Compare), null, key, Captured(text)), Expression.Constant(0)),
        DateTime time => Expression.MakeBinary(comparison, key, Captured(time)),
        _ => Expression.MakeBinary(comparison, key, Captured((long)value)),
    };

    /// <summary>Captures a value as a lambda does. EF then passes it as a parameter, and the statement's text stays the same.</summary>
    private static Expression Captured<TValue>(TValue value)
    {
        Expression<Func<TValue>> captured = () => value;
        return captured.Body;
    }

    /// <summary>Replaces a value of the domain by its column, which EF can compare.</summary>
    private sealed class Columns(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;

        protected override Expression VisitMember(MemberExpression node) => node.Expression is MemberExpression whole ? Visit(whole) : base.VisitMember(node);
    }
}
