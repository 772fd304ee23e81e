namespace Jpos.Api.BackOffice.Requests;

/// <summary>An id in a path, <c>{id:long}</c>: digits without sign, blanks or leading zeros. Another text is no address.</summary>
internal sealed class IdConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string text && NumberText.TryParseWhole(text, out _);
}
