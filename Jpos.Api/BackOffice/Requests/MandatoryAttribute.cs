namespace Jpos.Api.BackOffice.Requests;

/// <summary>
/// Marks a field of an input that a POST or a PUT must send. Null counts as missing. <see cref="FieldReader"/> refuses the request; the mark tells the OpenAPI document. It is not a validation attribute, because MVC would answer before the other fields are read.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MandatoryAttribute : Attribute;
