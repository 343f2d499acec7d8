// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.frugalvision.nodes.image.MultiBandImageCell;
import org.junit.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;

/** Images are no groups and no captions. */
public class ValueColumnsProviderTest {

    @Test
    public void offersEverythingButImages() {
        final var provider = new ValueColumnsProvider();
        final List<String> offered = Stream.of(new DataColumnSpecCreator("picture", PNGImageContent.TYPE),
            new DataColumnSpecCreator("bands", MultiBandImageCell.TYPE), new DataColumnSpecCreator("camera",
                StringCell.TYPE), new DataColumnSpecCreator("animal", IntCell.TYPE))
            .map(DataColumnSpecCreator::createSpec).filter(provider::isIncluded).map(DataColumnSpec::getName).toList();

        assertEquals(List.of("camera", "animal"), offered);
    }
}
