// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.knime.node.parameters.widget.choices.Label;

/** What dialogs say: short, in the same words in every node. */
@RunWith(Parameterized.class)
public class DialogTextsTest {

    private static final int LONGEST_TITLE = 50;

    private static final int LONGEST_HELP = 300;

    private static final int MOST_SENTENCES = 3;

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?](?=\\s+[A-Z0-9(]|\\s*$)");

    /** Names that were given up for better ones. */
    private static final Set<String> GIVEN_UP = Set.of("Updater", "Given", "Nothing", "Nothing at all", "As usual",
        "Width", "Head", "Aspect draw", "Own", "Classes", "Images of each class", "Stratify", "Part into",
        "What must improve", "Time budget", "Image budget", "Threads", "Maximum distance", "Colours");

    /** Fields of one name that are not one idea. */
    private static final Set<String> DIFFERENT_IDEAS = Set.of("names", "source", "images", "weight", "kind", "width",
        "height", "channels", "format", "mode", "start", "prediction", "predictionColumn", "embedding", "file",
        "batchSize", "part", "perClass", "classes", "balance", "ratio", "share",
        "steps", "early");

    /** Fields that also say the same about themselves in every node. */
    private static final Set<String> SAME_HELP = Set.of("threads", "device", "halves", "border", "interpolation");

    private final Dialog m_dialog;

    public DialogTextsTest(final Dialog dialog) {
        m_dialog = dialog;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> dialogs() {
        return Dialog.all().stream().map(dialog -> new Object[]{dialog}).toList();
    }

    @Test
    public void helpIsShort() {
        for (final Setting setting : m_dialog.settings()) {
            final String help = setting.help().strip();
            assertTrue(setting.path() + ": " + help.length(), help.length() <= LONGEST_HELP);
            assertTrue(setting.path() + ": " + help, END_OF_SENTENCE.matcher(help).results().count() <= MOST_SENTENCES);
        }
    }

    @Test
    public void titlesAreShortAndHaveNoNameThatWasGivenUp() {
        for (final Setting setting : m_dialog.settings()) {
            assertTrue(setting.title(), setting.title().length() <= LONGEST_TITLE);
            assertFalse(setting.title(), GIVEN_UP.contains(setting.title()));
        }
        for (final Label label : labels()) {
            assertFalse(label.value(), GIVEN_UP.contains(label.value()));
        }
    }

    @Test
    public void spellingIsAmerican() {
        for (final Setting setting : m_dialog.settings()) {
            Words.assertAmerican(setting.path(), setting.title() + " " + setting.help());
        }
        for (final Label label : labels()) {
            Words.assertAmerican(label.value(), label.value() + " " + label.description());
        }
    }

    /** What the fields of one name are called, wherever they are; methods of a recipe have ideas of their own. */
    @Test
    public void oneIdeaHasOneTitle() {
        final Map<String, Set<String>> titles = new TreeMap<>();
        for (final Dialog dialog : Dialog.all()) {
            for (final Setting setting : dialog.settings().stream().filter(own -> !isOfAMethod(dialog, own)).toList()) {
                titles.computeIfAbsent(setting.field().getName().substring(2), name -> new TreeSet<>())
                    .add(setting.title());
            }
        }
        for (final Setting setting : m_dialog.settings()) {
            final String name = setting.field().getName().substring(2);
            if (!DIFFERENT_IDEAS.contains(name) && !isOfAMethod(m_dialog, setting)) {
                assertEquals(name, Set.of(setting.title()), titles.get(name));
            }
        }
    }

    private static boolean isOfAMethod(final Dialog dialog, final Setting setting) {
        return dialog.toString().equals("CnnTrainingRecipe")
            && !SAME_HELP.contains(setting.field().getName().substring(2));
    }

    @Test
    public void whatIsTheSameIsExplainedTheSame() {
        for (final Setting setting : m_dialog.settings()) {
            final String name = setting.field().getName();
            if (SAME_HELP.contains(name.substring(2))) {
                final Set<String> helps = Dialog.all().stream().flatMap(dialog -> dialog.settings().stream())
                    .filter(other -> other.field().getName().equals(name)).map(Setting::help)
                    .collect(Collectors.toSet());
                assertEquals(name, Set.of(setting.help()), helps);
            }
        }
    }

    private List<Label> labels() {
        return m_dialog.settings().stream().map(Setting::field).map(Field::getType).filter(Class::isEnum).distinct()
            .flatMap(type -> Arrays.stream(type.getFields())).filter(field -> field.isAnnotationPresent(Label.class))
            .map(field -> field.getAnnotation(Label.class)).collect(Collectors.toList());
    }
}
