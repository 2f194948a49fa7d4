package dev.lectern.slack.block;

/** An element that takes a person's input: the ones that an input block may hold. */
public sealed interface InputElement extends Element
        permits StaticSelect,
                MultiStaticSelect,
                ExternalSelect,
                UsersSelect,
                MultiUsersSelect,
                DatePicker,
                TimePicker,
                Checkboxes,
                RadioButtons,
                PlainTextInput {

    /** Names the element to the handler that receives its events. */
    String actionId();
}
