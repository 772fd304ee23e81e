// The tests speak no language of their machine, as the host does not.
[assembly: SetCulture("")]
[assembly: SetUICulture("")]
