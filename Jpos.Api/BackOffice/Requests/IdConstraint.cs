namespace Jpos.Api.BackOffice.Requests;

/// <summary>Matches an id in a path, <c>{id:long}</c>: digits without a sign, spaces or leading zeros. Any other text matches no route.</summary>
internal sealed class IdConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string text && NumberText.TryParseWhole(text, out _);
}
