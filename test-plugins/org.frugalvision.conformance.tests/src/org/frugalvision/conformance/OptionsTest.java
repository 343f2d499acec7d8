// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.LOAD_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.EveryFieldNodeFactory;
import org.frugalvision.conformance.probes.ModernSourceNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** How arguments change settings of nodes. */
public class OptionsTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private ConfigTree model(final String... options) throws IOException {
        assertEquals(SUCCESS,
            m_batch.run(new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree()), options));
        return m_batch.saved(1).at("model");
    }

    @Test
    public void everyTypeIsWrittenInItsForm() throws IOException {
        final var model = model("-option=1,i,1,int", "-option=1,l,2,long", "-option=1,s,3,short",
            "-option=1,b,4,byte", "-option=1,f,true,boolean", "-option=1,c,x,char", "-option=1,g,1.5,float",
            "-option=1,d,2.5,double", "-option=1,t,text,String");

        final var expected = new ConfigTree().integer("i", 1).value("l", "xlong", "2").value("s", "xshort", "3")
            .value("b", "xbyte", "4").bool("f", true).value("c", "xchar", "x").value("g", "xdouble", "1.5")
            .value("d", "xdouble", "2.5").string("t", "text");
        assertEquals(expected, model);
    }

    @Test
    public void cellsAreWritten() throws IOException {
        final var model = model("-option=1,t,some text,StringCell", "-option=1,d,2.5,DoubleCell",
            "-option=1,i,7,IntCell", "-option=1,l,8,LongCell");

        assertEquals(Set.of("t", "d", "i", "l"), model.keys());
        assertTrue(model.at("t").toString(), model.at("t").toString().contains("some text"));
        assertTrue(model.at("l").toString(), model.at("l").toString().contains("LongCell"));
    }

    @Test
    public void valueMayHoldCommas() throws IOException {
        assertEquals("a,b,c", model("-option=1,t,a,b,c,String").text("t"));
    }

    @Test
    public void valueIsOverwritten() throws IOException {
        assertEquals("2", model("-option=1,i,1,int", "-option=1,i,2,int").text("i"));
    }

    private void assertSeen(final String seen, final String... options) throws IOException {
        final var all = new ArrayList<>(List.of("-nosave", "-failonloaderror"));
        all.addAll(List.of(options));
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, EveryFieldNodeFactory.class, EveryField.golden()),
            all.toArray(String[]::new)));
        assertTrue(seen + " in " + m_batch.journal(), m_batch.journal().contains(seen));
    }

    @Test
    public void reachesNestedSettings() throws IOException {
        assertSeen("angle=0.75", "-option=1,augmentation/inner/angle,0.75,double");
        assertSeen("layers=[5, 64]", "-option=1,layers/0/filters,5,int");
        assertSeen("fruit=APPLE", "-option=1,fruit,APPLE,String");
        assertSeen("optWhole=Optional[6]", "-option=1,optWhole,6,int", "-option=1,optWhole_is_present,true,boolean");
    }

    @Test
    public void refusedValueIsALoadError() throws IOException {
        final var workflow =
            new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree().integer("number", 1));

        assertEquals(LOAD_ERROR, m_batch.run(workflow, "-option=1,number,-1,int"));
        assertFalse(m_batch.journal().contains("node execute"));
    }
}
