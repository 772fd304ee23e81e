using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Names failures of an action that follow neither from its method nor from its other attributes. The OpenAPI document lists them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CanFailAttribute(params FailureKind[] failures) : Attribute
{
    public IReadOnlyList<FailureKind> Failures => failures;
}
