package io.tactus.wallboard;

import java.util.List;

/** The first message to a screen. @param type always {@code snapshot} */
public record BoardSnapshot(String type, Board board, List<Board.Point> history) {}
