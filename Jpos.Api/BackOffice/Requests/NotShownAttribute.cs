namespace Jpos.Api.BackOffice.Requests;

/// <summary>Marks a field whose full value is never returned. A patch that does not name the field keeps its value.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotShownAttribute : Attribute;
