namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>From where a value is bound.</summary>
internal enum Source
{
    Path,
    Query,
    Header,
    Body,
    Form,
}
