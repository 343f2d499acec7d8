// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** Where settings stand: what everybody needs first, what few need in advanced sections, how it runs last. */
@RunWith(Parameterized.class)
public class DialogLayoutTest {

    private static final String EXECUTION = "Execution";

    /** What says how a node runs, in the order in which it stands. */
    private static final List<String> RUNNING =
        List.of("seed", "shuffle", "device", "threads", "batchSize", "checkpointFolder");

    /** A batch of a training is more than how it runs: another size gives another network. */
    private static final Set<String> ELSEWHERE = Set.of("CnnLearner batchSize", "BudgetCurve batchSize",
        "LearningRateFinder batchSize");

    private final Dialog m_dialog;

    public DialogLayoutTest(final Dialog dialog) {
        m_dialog = dialog;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> dialogs() {
        return Dialog.all().stream().map(dialog -> new Object[]{dialog}).toList();
    }

    private List<Class<?>> sections() {
        return Arrays.stream(m_dialog.type().getDeclaredClasses())
            .filter(type -> type.isAnnotationPresent(Section.class)).collect(Collectors.toList());
    }

    /** One after the other, so that their order does not depend on anything else. */
    @Test
    public void sectionsStandInAChain() {
        final List<Class<?>> left = new ArrayList<>(sections());
        Class<?> before = null;
        while (!left.isEmpty()) {
            final Class<?> last = before;
            final List<Class<?>> next = left.stream().filter(section -> last == after(section)).toList();
            assertEquals(left.toString(), 1, next.size());
            before = next.get(0);
            left.remove(before);
        }
        assertTrue(before == null || !hasExecution() || title(before).equals(EXECUTION));
    }

    /** The first page and the sections that everybody sees come before those for a few. */
    @Test
    public void advancedSectionsComeLast() {
        for (final Class<?> section : sections()) {
            final Class<?> before = after(section);
            assertTrue(section.getName(), before == null || !before.isAnnotationPresent(Advanced.class)
                || section.isAnnotationPresent(Advanced.class));
        }
    }

    @Test
    public void nothingAdvancedStandsAmongOtherSettings() {
        for (final Setting setting : m_dialog.settings()) {
            assertFalse(setting.path(), setting.field().isAnnotationPresent(Advanced.class)
                || setting.field().getAnnotation(Widget.class).advanced());
        }
    }

    @Test
    public void everySectionHasSettings() {
        for (final Class<?> section : sections()) {
            assertTrue(section.getName(), m_dialog.settings().stream()
                .anyMatch(setting -> setting.layout().filter(place -> place == section).isPresent()));
        }
    }

    @Test
    public void howItRunsStandsInTheLastSectionInOneOrder() {
        for (final Setting setting : m_dialog.settings()) {
            final String name = setting.field().getName().substring(2);
            assertEquals(setting.path(), RUNNING.contains(name) && !ELSEWHERE.contains(m_dialog + " " + name),
                setting.layout().filter(section -> title(section).equals(EXECUTION)).isPresent());
        }
        final List<Integer> order = m_dialog.settings().stream()
            .filter(setting -> setting.layout().filter(section -> title(section).equals(EXECUTION)).isPresent())
            .map(setting -> RUNNING.indexOf(setting.field().getName().substring(2))).toList();
        assertEquals(order.stream().sorted(Comparator.naturalOrder()).toList(), order);
        assertFalse(Collections.frequency(order, -1) > 0);
    }

    private boolean hasExecution() {
        return sections().stream().anyMatch(section -> title(section).equals(EXECUTION));
    }

    private static Class<?> after(final Class<?> section) {
        return section.isAnnotationPresent(After.class) ? section.getAnnotation(After.class).value() : null;
    }

    private static String title(final Class<?> section) {
        return section.getAnnotation(Section.class).title();
    }
}
