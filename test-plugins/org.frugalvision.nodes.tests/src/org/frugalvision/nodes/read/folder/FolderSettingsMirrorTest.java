// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import static org.frugalvision.nodes.probe.Mirror.names;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.load.Colours;
import org.frugalvision.engine.load.DecodeSettings;
import org.frugalvision.engine.load.Fit;
import org.frugalvision.engine.load.Labelling;
import org.frugalvision.engine.load.ManifestSettings;
import org.frugalvision.engine.load.ScanSettings;
import org.frugalvision.engine.load.TargetSize;
import org.frugalvision.nodes.image.Fitting;
import org.frugalvision.nodes.read.folder.FolderReaderChoices.Channels;
import org.frugalvision.nodes.read.folder.FolderReaderChoices.Size;
import org.frugalvision.nodes.read.folder.FolderReaderChoices.Source;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;

/** Every setting of the Image Folder Reader arrives in the engine where it belongs. */
public class FolderSettingsMirrorTest {

    private final ImageFolderReaderNodeParameters m_parameters = new ImageFolderReaderNodeParameters();

    @Test
    public void choicesMirrorTheEnumsOfTheEngine() {
        assertEquals(names(Colours.values()), names(Channels.values()));
        assertEquals(names(Fit.values()), names(Fitting.values()));
    }

    @Test
    public void defaultsReadEverythingInOneSize() {
        assertEquals(new ScanSettings(List.of("*"), List.of(), new Labelling.Folder(-1),
            new Labelling.None(), 0, 0), m_parameters.toScanSettings());
        assertEquals(new DecodeSettings(Colours.KEEP, Optional.of(new TargetSize(64, 64, Fit.PAD)), 0xFFFFFF,
            100_000_000), m_parameters.toDecodeSettings());
    }

    @Test
    public void filesAndLabelsArrive() {
        m_parameters.m_include = " *.png,train/** ,";
        m_parameters.m_exclude = "a*";
        m_parameters.m_labelSource = Source.PATH_LEVEL;
        m_parameters.m_labelLevel = 2;
        m_parameters.m_groupSource = Source.EXPRESSION;
        m_parameters.m_groupExpression = "(?<label>g)";
        m_parameters.m_limitPerClass = 7;
        m_parameters.m_seed = -3;

        assertEquals(new ScanSettings(List.of("*.png", "train/**"), List.of("a*"),
            new Labelling.Folder(2),
            new Labelling.Expression("(?<label>g)", "Regular expression of the group", "group"), 7, -3),
            m_parameters.toScanSettings());
    }

    @Test
    public void expressionOfTheLabelAndLevelOfTheGroupArrive() {
        m_parameters.m_labelSource = Source.EXPRESSION;
        m_parameters.m_labelExpression = "(?<label>x)";
        m_parameters.m_groupSource = Source.PATH_LEVEL;
        m_parameters.m_groupLevel = -2;

        final var settings = m_parameters.toScanSettings();
        assertEquals(new Labelling.Expression("(?<label>x)", "Regular expression"), settings.labelling());
        assertEquals(new Labelling.Folder(-2, "Path level of the group"), settings.grouping());
    }

    @Test
    public void formOfTheImagesArrives() {
        m_parameters.m_colours = Channels.GREY;
        m_parameters.m_size = Size.FIXED;
        m_parameters.m_width = 3;
        m_parameters.m_height = 5;
        m_parameters.m_fit = Fitting.CROP;
        m_parameters.m_background = "#0a0B0c";
        m_parameters.m_megapixels = 2;

        assertEquals(new DecodeSettings(Colours.GREY, Optional.of(new TargetSize(5, 3, Fit.CROP)), 0x0A0B0C, 2_000_000),
            m_parameters.toDecodeSettings());
    }

    @Test
    public void columnsOfTheListArrive() {
        m_parameters.m_list = "list.csv";
        m_parameters.m_listSeparator = "\t";
        m_parameters.m_listPathColumn = "file";
        m_parameters.m_listLabelColumn = "class";
        m_parameters.m_listGroupColumn = "animal";

        assertEquals(new ManifestSettings("\t", "file", "class", "animal"), m_parameters.toListSettings());
    }

    /** The group has settings of the same kind, and another name for each. */
    @Test
    public void namesTheSettingThatIsWrong() {
        m_parameters.m_groupSource = Source.EXPRESSION;
        m_parameters.m_groupExpression = "(";
        assertEquals("\"Regular expression of the group\" must be readable (Unclosed group), but is \"(\".",
            assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage());

        m_parameters.m_groupSource = Source.PATH_LEVEL;
        m_parameters.m_groupLevel = 0;
        assertEquals("\"Path level of the group\" must be from -64 to 64, and not 0, but is 0.",
            assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage());
    }

    /** KNIME stores text that was never set as null. */
    @Test
    public void missingTextIsEmptyText() {
        m_parameters.m_list = null;
        m_parameters.m_listLabelColumn = null;
        m_parameters.m_listGroupColumn = null;
        m_parameters.m_exclude = null;

        assertEquals(false, m_parameters.hasList());
        assertEquals(true, m_parameters.hasLabels());
        assertEquals(false, m_parameters.hasGroups());
        assertEquals(List.of(), m_parameters.toScanSettings().exclude());
    }
}
