namespace Jpos.Domain.Text;

/// <summary>How a value of a type is written, for the text that refuses anything else.</summary>
/// <param name="form">What is allowed, to be read after "must be".</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TextFormAttribute(string form) : Attribute
{
    /// <summary>What is allowed, to be read after "must be".</summary>
    public string Form => form;
}
