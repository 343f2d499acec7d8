// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Scores as trees. */
public final class FormulaTest {

    private static final double[] VALUES = {2, 1, 4, 9, 1.5, 7};

    private final Formula m_formula = Formula.of("/", Formula.of("square", Formula.of("-", Formula.value("meanP"),
        Formula.value("meanQ"))), Formula.of("+", Formula.value("varianceP"), Formula.of("root",
        Formula.value("varianceQ"))));

    @Test
    public void isComputed() {
        assertEquals(1 / (4 + 3 + 0.05), m_formula.of(VALUES), 1e-12);
        assertEquals(6, Formula.of("abs", Formula.of("-", Formula.value("meanQ"), Formula.value("norm"))).of(VALUES), 0);
        assertEquals(8, Formula.of("*", Formula.value("meanP"), Formula.value("varianceP")).of(VALUES), 0);
    }

    @Test
    public void isWrittenAsPeopleReadIt() {
        assertEquals("(square((meanP - meanQ)) / (varianceP + root(varianceQ)))", m_formula.toString());
    }

    @Test
    public void partsAreExchanged() {
        assertEquals(9, m_formula.size());
        assertEquals("(meanP - meanQ)", m_formula.part(2).toString());
        assertEquals("varianceQ", m_formula.part(8).toString());
        for (int i = 0; i < m_formula.size(); i++) {
            assertEquals(m_formula, m_formula.with(i, m_formula.part(i)));
        }
        assertEquals("(square(norm) / (varianceP + root(varianceQ)))",
            m_formula.with(2, Formula.value("norm")).toString());
    }

    @Test
    public void randomOnesAreNotTooDeep() {
        final RandomGenerator random = Seeds.of(1).generator();
        for (int i = 0; i < 200; i++) {
            final Formula formula = Formula.random(3, random);

            assertTrue(formula.size() <= 15);
            assertTrue(Double.isFinite(formula.of(VALUES)));
        }
    }
}
