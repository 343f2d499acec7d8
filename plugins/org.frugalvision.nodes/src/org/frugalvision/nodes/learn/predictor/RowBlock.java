// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.nodes.table.ImageCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/**
 * Rows that are predicted together, until they are enough for all threads or take 64 MB, however large their images
 * and results are.
 */
final class RowBlock {

    private static final int MOST_ROWS = 4096;

    private static final long MOST_BYTES = 64L << 20;

    /** The image as it is stored and as it is decoded, and once more in the set that goes to the network. */
    private static final int COPIES = 3;

    /** What a number takes in a table: the cell and what refers to it. */
    private static final int BYTES_OF_A_CELL = 40;

    /**
     * @param row of the table
     * @param image its image, if it is readable and shall be predicted
     * @param kept what an earlier prediction told, if that stays
     */
    record Member(DataRow row, Optional<ImageCell> image, Optional<DataCell> kept) {
    }

    private final List<Member> m_members = new ArrayList<>();

    private final int m_numbers;

    private long m_bytes;

    /**
     * @param numbers how many numbers are appended to a row
     */
    RowBlock(final int numbers) {
        m_numbers = numbers;
    }

    void add(final Member member) {
        m_members.add(member);
        m_bytes += (long)BYTES_OF_A_CELL * (member.row().getNumCells() + m_numbers)
            + member.image().map(cell -> (long)COPIES * cell.image().values().length).orElse(0L);
    }

    boolean isFull() {
        return m_members.size() == MOST_ROWS || m_bytes >= MOST_BYTES;
    }

    /** @return the rows in the order of the table; not to be modified */
    List<Member> members() {
        return m_members;
    }
}
