// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation;

/** Text fields take what the node takes, and an empty one says what that means. */
@RunWith(Parameterized.class)
public class DialogInputsTest {

    private static final List<String> TEXTS = List.of("", " ", "x", "xy", ",", ";", "\\t", "\t", "\"", "#FFFFFF",
        "#ffffff", "#FFFFF", "#FFFFFG", "FFFFFF", "#FFFFFF0", "(?<label>x)", "cat=1, dog=2.5");

    /** Fields that take a path. */
    private static final Set<String> PATHS =
        Set.of("folder", "file", "list", "imagesFile", "labelsFile", "checkpointFolder", "recipeFile");

    private final Dialog m_dialog;

    public DialogInputsTest(final Dialog dialog) {
        m_dialog = dialog;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> dialogs() {
        return Dialog.all().stream().map(dialog -> new Object[]{dialog}).toList();
    }

    private List<Setting> texts() {
        return m_dialog.settings().stream().filter(setting -> setting.field().getType() == String.class)
            .filter(setting -> setting.annotation(ChoicesProvider.class).isEmpty()).toList();
    }

    @Test
    public void anEmptyTextIsRefusedOrHasAMeaning() {
        for (final Setting setting : texts()) {
            final boolean taken = states(setting).stream()
                .allMatch(state -> accepts(state.setting(setting.path()), state, ""));
            final boolean refused = states(setting).stream()
                .anyMatch(state -> !accepts(state.setting(setting.path()), state, ""));
            assertEquals(setting.path() + ": " + setting.title(), taken,
                setting.title().matches(".*\\(empty = .+\\)"));
            assertTrue(setting.path(), taken || refused);
        }
    }

    /** What the field refuses the node refuses, too, unless it is a path, which may be missing until it is needed. */
    @Test
    public void whatTheNodeRefusesTheFieldRefuses() {
        for (final Setting setting : texts()) {
            for (final Dialog state : states(setting)) {
                for (final String text : TEXTS) {
                    state.setting(setting.path()).set(text);
                    final boolean field = accepts(state.setting(setting.path()), state, text);
                    final boolean node = !refuses(state, setting);
                    if (isPath(setting) || readsALanguage(setting)) {
                        assertTrue("%s: \"%s\"".formatted(setting, text), node || !field || !text.isBlank());
                    } else {
                        assertEquals("%s: \"%s\", %s".formatted(setting, text, state.refusal()), node, field);
                    }
                }
            }
        }
    }

    @Test
    public void pathsHavePlaceholders() {
        for (final Setting setting : texts()) {
            if (isPath(setting)) {
                for (final Dialog state : states(setting)) {
                    final var widget = setting.annotation(TextInputWidget.class).orElseThrow();
                    final String placeholder = widget.placeholder().isEmpty()
                        ? (String)Computed.of(widget.placeholderProvider(), state) : widget.placeholder();
                    assertTrue(setting + ": " + placeholder,
                        placeholder.startsWith("knime://knime.workflow/data"));
                }
            }
        }
    }

    private List<Dialog> states(final Setting setting) {
        final List<Dialog> states = Conditions.whereShown(m_dialog, setting.path());
        assertFalse(setting.path() + " is never shown", states.isEmpty());
        return states;
    }

    private static boolean isPath(final Setting setting) {
        return PATHS.contains(setting.field().getName().substring(2));
    }

    /** A text with a grammar of its own, which no pattern tells: the node refuses it with its reason. */
    private static boolean readsALanguage(final Setting setting) {
        return setting.title().startsWith("Regular expression") || setting.title().startsWith("Class names")
            || setting.title().equals("Weights of the classes") || setting.title().equals("Target shares")
            || setting.title().startsWith("Quotas") || setting.title().equals("Budgets")
            || setting.title().equals("Fractions") || setting.title().equals("Include")
            || setting.title().startsWith("Exclude");
    }

    private static boolean refuses(final Dialog state, final Setting setting) {
        return state.refusal().filter(message -> {
            final String named = message.substring(1, message.indexOf('"', 1));
            return setting.title().equals(named) || setting.title().startsWith(named + " (");
        }).isPresent();
    }

    /** Whether the field takes the text. */
    private static boolean accepts(final Setting setting, final Dialog state, final String text) {
        return validations(setting, state).stream().allMatch(validation -> switch (kind(validation)) {
            case "getPattern" -> text.matches((String)call(validation, "getPattern"));
            case "getMinLength" -> text.length() >= (int)call(validation, "getMinLength");
            default -> text.length() <= (int)call(validation, "getMaxLength");
        });
    }

    private static List<TextInputWidgetValidation> validations(final Setting setting, final Dialog state) {
        final List<TextInputWidgetValidation> validations = new ArrayList<>();
        setting.annotation(TextInputWidget.class).ifPresent(widget -> {
            for (final Class<?> type : List.of(widget.patternValidation(), widget.minLengthValidation(),
                widget.maxLengthValidation())) {
                if (!Modifier.isAbstract(type.getModifiers())) {
                    validations.add((TextInputWidgetValidation)Dialog.create(type));
                }
            }
            if (widget.patternValidationProvider().getName().startsWith("org.frugalvision.")) {
                validations.add((TextInputWidgetValidation)Computed.of(widget.patternValidationProvider(), state));
            }
        });
        return validations;
    }

    private static String kind(final TextInputWidgetValidation validation) {
        return validation instanceof TextInputWidgetValidation.PatternValidation ? "getPattern"
            : validation instanceof TextInputWidgetValidation.MinLengthValidation ? "getMinLength" : "getMaxLength";
    }

    private static Object call(final TextInputWidgetValidation validation, final String name) {
        for (Class<?> type = validation.getClass(); type != null; type = type.getSuperclass()) {
            try {
                final Method method = type.getDeclaredMethod(name);
                method.setAccessible(true);
                return method.invoke(validation);
            } catch (final NoSuchMethodException e) {
                continue; // a superclass has it
            } catch (final ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError(validation + " has no " + name);
    }
}
