// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.workflow.BatchExecutor.IllegalOptionException;

public class BatchOptionsTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private BatchOptions parse(final String... options) throws IllegalOptionException {
        final var all = new ArrayList<>(List.of(options));
        all.add("-workflowDir=" + m_folder.getRoot());
        return BatchOptions.parse(all);
    }

    private void refuses(final String message, final String... options) {
        assertEquals(message, assertThrows(IllegalOptionException.class, () -> parse(options)).getMessage());
    }

    @Test
    public void savesAndExecutesUnlessToldOtherwise() throws IllegalOptionException {
        final var options = parse();

        assertTrue(options.save());
        assertTrue(options.execute());
        assertFalse(options.reset());
        assertFalse(options.failOnLoadError());
        assertEquals(m_folder.getRoot(), options.input());
    }

    @Test
    public void readsEveryFlag() throws IllegalOptionException {
        final var options = parse("-nosave", "-reset", "-noexecute", "-failonloaderror", "-destDir=d", "-destFile=f");

        assertFalse(options.save());
        assertFalse(options.execute());
        assertTrue(options.reset());
        assertTrue(options.failOnLoadError());
        assertEquals(new File("d"), options.destinationDirectory());
        assertEquals(new File("f"), options.destinationFile());
    }

    @Test
    public void refusesUnknownOptionsByName() {
        refuses("Unknown option '-bogus'", "-bogus");
        refuses("Unknown option '-Reset'", "-Reset");
        refuses("Unknown option '-print=1'", "-print=1");
    }

    @Test
    public void ignoresSomeOptionsSilentlyInAnySpelling() throws IllegalOptionException {
        assertEquals(List.of(), parse("-noVersionCheck", "-PERSPECTIVE", "-profileList=x").ignored());
    }

    @Test
    public void remembersOptionsWithoutEffect() throws IllegalOptionException {
        assertEquals(List.of("-updateLinks", "-masterkey", "-credential"),
            parse("-updateLinks", "-masterkey", "-credential=a;b").ignored());
    }

    @Test
    public void refusesFilesThatAreNotThere() throws IOException {
        refuses("Specified preferences file 'nowhere.epf' does not exist", "-preferences=nowhere.epf");
        refuses("Specified workflow file 'nowhere.zip' does not exist", "-workflowFile=nowhere.zip");
        refuses("Workflow directory 'nowhere' does not exist", "-workflowDir=nowhere");
        refuses("Option '-destDir' needs a value: -destDir=...", "-destDir=");
        assertEquals("Either -workflowDir or -workflowFile must be specified",
            assertThrows(IllegalOptionException.class, () -> BatchOptions.parse(List.of("-reset"))).getMessage());
    }

    @Test
    public void variablesMayBeQuoted() throws IllegalOptionException {
        assertEquals(
            List.of(new FlowVariable("a", "x"), new FlowVariable("b, c", "it's \"d\""), new FlowVariable("i", 5),
                new FlowVariable("d", 0.5)),
            parse("-workflow.variable=a,x,String", "-workflow.variable=\"b, c\",\"it's \\\"d\\\"\",String",
                "-workflow.variable=i,5,int", "-workflow.variable=d,0.5,double").variables());
    }

    @Test
    public void refusesVariablesOfOtherForms() {
        refuses("Invalid workflow variable 'a,b': name,value,type expected", "-workflow.variable=a,b");
        refuses("Invalid type 'boolean' of workflow variable 'a': String, int or double expected",
            "-workflow.variable=a,true,boolean");
        refuses("Invalid value 'x' of workflow variable 'a' of type int", "-workflow.variable=a,x,int");
    }

    @Test
    public void optionValuesMayHoldCommas() throws IllegalOptionException {
        final var option = parse("-option=3/1,group/key,a,b,c,String").nodeOptions().get(0);

        assertArrayEquals(new int[]{3, 1}, option.id());
        assertArrayEquals(new String[]{"group", "key"}, option.path());
        assertEquals("a,b,c", option.value());
        assertEquals("String", option.type());
    }

    @Test
    public void refusesOptionsOfOtherForms() {
        refuses("Invalid option '1,key,int': id,setting,value,type expected", "-option=1,key,int");
        refuses("Unknown option type 'Integer' in '1,key,5,Integer'", "-option=1,key,5,Integer");
        assertThrows(NumberFormatException.class, () -> parse("-option=one,key,5,int"));
    }
}
