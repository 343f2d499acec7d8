// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.Test;
import org.knime.node.parameters.Advanced;

/** What an analyst sees first in each dialog is what the decision on dialogs says. */
public class FirstPagesTest {

    private static final String DECISION = "docs/decisions/0022-what-dialogs-show-first.md";

    @Test
    public void theDecisionListsTheFirstPageOfEveryNode() throws IOException {
        final List<String> lines =
            Files.readAllLines(Path.of(System.getProperty("frugalvision.repository"), DECISION));
        for (final Dialog dialog : Dialog.all()) {
            final List<String> rows = lines.stream().filter(line -> line.startsWith("| " + dialog + " |")).toList();
            assertEquals(dialog + " in " + DECISION, 1, rows.size());
            assertTrue("| %s | ... | %s |%nis not%n%s".formatted(dialog, firstPage(dialog), rows.get(0)),
                rows.get(0).endsWith("| " + firstPage(dialog) + " |"));
        }
    }

    @Test
    public void theLearnerBeginsWithWhatEveryTrainingNeeds() {
        assertEquals("Image column, Label column, Epochs, Batch size, Optimizer, Learning rate, Early stopping, "
            + "Watched metric", visible(Dialog.of("CnnLearner"), true));
    }

    @Test
    public void theSelectorBeginsWithMethodAndBudget() {
        assertTrue(firstPage(Dialog.of("ImageSubsetSelector"))
            .startsWith("Method, Budget in, Budget (images), "));
    }

    /** What a new node shows with nothing at its optional inputs. */
    static String firstPage(final Dialog dialog) {
        return visible(dialog, false);
    }

    private static String visible(final Dialog dialog, final boolean connected) {
        final var conditions = new Conditions(dialog, connected);
        return dialog.settings().stream().filter(setting -> setting.layout()
            .filter(section -> section.isAnnotationPresent(Advanced.class)).isEmpty()).filter(conditions::shows)
            .map(Setting::title).collect(Collectors.joining(", "));
    }
}
