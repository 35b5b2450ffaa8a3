package dev.usher.matching.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Text to word stems: split by Unicode's rules (UAX 29), lower case, accents folded, stop words out, and stemmed lightly
 * (Krovetz 1993: "scaling" and "scales" are "scale", but "marketing" is not "market").
 */
final class Stems {

    private final Analyzer analyzer;

    Stems(List<String> stopWords) {
        CharArraySet stop = CharArraySet.unmodifiableSet(new CharArraySet(stopWords, true));
        this.analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream plain = new LowerCaseFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(words)));
                return new TokenStreamComponents(words, new KStemFilter(new StopFilter(plain, stop)));
            }
        };
    }

    /** In the order of the text; safe for any number of threads. */
    List<String> of(String text) {
        List<String> stems = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can be read", impossible);
        }
        return stems;
    }
}
