/** The named characters of HTML that people and programs write, each name before its character. */
const visible = `
excl ! QUOT " quot " num # dollar $ percnt % AMP & amp & apos ' lpar ( rpar ) ast * plus + comma , period .
sol / colon : semi ; LT < lt < equals = GT > gt > quest ? commat @ lbrack [ lsqb [ bsol \\ rbrack ] rsqb ] Hat ^
lowbar _ grave \` lbrace { lcub { verbar | vert | rbrace } rcub } iexcl ¡ cent ¢ pound £ curren ¤ yen ¥ brvbar ¦
sect § Dot ¨ die ¨ uml ¨ COPY © copy © ordf ª laquo « not ¬ REG ® circledR ® reg ® macr ¯ deg ° plusmn ± pm ±
sup2 ² sup3 ³ acute ´ micro µ para ¶ CenterDot · centerdot · middot · Cedilla ¸ cedil ¸ sup1 ¹ ordm º raquo »
frac14 ¼ frac12 ½ half ½ frac34 ¾ iquest ¿ Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç
Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô
Otilde Õ Ouml Ö times × Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß agrave à aacute á
acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î
iuml ï eth ð ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö divide ÷ oslash ø ugrave ù uacute ú ucirc û
uuml ü yacute ý thorn þ yuml ÿ Amacr Ā amacr ā Abreve Ă abreve ă Aogon Ą aogon ą Cacute Ć cacute ć Ccirc Ĉ
ccirc ĉ Cdot Ċ cdot ċ Ccaron Č ccaron č Dcaron Ď dcaron ď Dstrok Đ dstrok đ Emacr Ē emacr ē Edot Ė edot ė
Eogon Ę eogon ę Ecaron Ě ecaron ě Gcirc Ĝ gcirc ĝ Gbreve Ğ gbreve ğ Gdot Ġ gdot ġ Gcedil Ģ Hcirc Ĥ hcirc ĥ
Hstrok Ħ hstrok ħ Itilde Ĩ itilde ĩ Imacr Ī imacr ī Iogon Į iogon į Idot İ imath ı inodot ı IJlig Ĳ ijlig ĳ
Jcirc Ĵ jcirc ĵ Kcedil Ķ kcedil ķ kgreen ĸ Lacute Ĺ lacute ĺ Lcedil Ļ lcedil ļ Lcaron Ľ lcaron ľ Lmidot Ŀ
lmidot ŀ Lstrok Ł lstrok ł Nacute Ń nacute ń Ncedil Ņ ncedil ņ Ncaron Ň ncaron ň napos ŉ ENG Ŋ eng ŋ Omacr Ō
omacr ō Odblac Ő odblac ő OElig Œ oelig œ Racute Ŕ racute ŕ Rcedil Ŗ rcedil ŗ Rcaron Ř rcaron ř Sacute Ś
sacute ś Scirc Ŝ scirc ŝ Scedil Ş scedil ş Scaron Š scaron š Tcedil Ţ tcedil ţ Tcaron Ť tcaron ť Tstrok Ŧ
tstrok ŧ Utilde Ũ utilde ũ Umacr Ū umacr ū Ubreve Ŭ ubreve ŭ Uring Ů uring ů Udblac Ű udblac ű Uogon Ų uogon ų
Wcirc Ŵ wcirc ŵ Ycirc Ŷ ycirc ŷ Yuml Ÿ Zacute Ź zacute ź Zdot Ż zdot ż Zcaron Ž zcaron ž fnof ƒ gacute ǵ circ ˆ
caron ˇ breve ˘ dot ˙ ring ˚ ogon ˛ tilde ˜ dblac ˝ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η
Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ
Omega Ω ohm Ω alpha α beta β gamma γ delta δ epsi ε epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ
nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω thetasym ϑ thetav ϑ
upsih ϒ phiv ϕ piv ϖ rhov ϱ epsiv ϵ dash ‐ hyphen ‐ ndash – mdash — horbar ― Vert ‖ OpenCurlyQuote ‘ lsquo ‘
CloseCurlyQuote ’ rsquo ’ rsquor ’ lsquor ‚ sbquo ‚ OpenCurlyDoubleQuote “ ldquo “ CloseCurlyDoubleQuote ”
rdquo ” rdquor ” bdquo „ ldquor „ dagger † Dagger ‡ bull • bullet • nldr ‥ hellip … mldr … permil ‰ pertenk ‱
prime ′ Prime ″ tprime ‴ bprime ‵ lsaquo ‹ rsaquo › oline ‾ caret ⁁ hybull ⁃ frasl ⁄ euro € complexes ℂ incare ℅
HilbertSpace ℋ hbar ℏ planck ℏ image ℑ ell ℓ naturals ℕ numero № copysr ℗ weierp ℘ rationals ℚ real ℜ reals ℝ
rx ℞ TRADE ™ trade ™ integers ℤ alefsym ℵ DifferentialD ⅆ frac13 ⅓ frac23 ⅔ frac15 ⅕ frac25 ⅖ frac35 ⅗ frac45 ⅘
frac16 ⅙ frac56 ⅚ frac18 ⅛ frac38 ⅜ frac58 ⅝ frac78 ⅞ LeftArrow ← larr ← leftarrow ← UpArrow ↑ uarr ↑
RightArrow → rarr → rightarrow → DownArrow ↓ darr ↓ harr ↔ varr ↕ nwarr ↖ nearr ↗ searr ↘ swarr ↙ rarrw ↝ map ↦
crarr ↵ Leftarrow ⇐ lArr ⇐ uArr ⇑ Rightarrow ⇒ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ in ∈
isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − mp ∓ setminus ∖ lowast ∗ compfn ∘ Sqrt √ radic √ prop ∝ propto ∝
infin ∞ ang ∠ angle ∠ parallel ∥ and ∧ or ∨ cap ∩ cup ∪ int ∫ ClockwiseContourIntegral ∲ Therefore ∴ there4 ∴
becaus ∵ because ∵ sim ∼ cong ≅ approx ≈ asymp ≈ ne ≠ equiv ≡ le ≤ leq ≤ ge ≥ geq ≥ ngE ≧̸ ll ≪ gg ≫ sub ⊂ sup ⊃
nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ blank ␣ boxh ─ boxv │
uhblk ▀ lhblk ▄ block █ squ □ square □ squf ▪ utrif ▴ utri ▵ rtrif ▸ rtri ▹ dtrif ▾ dtri ▿ ltrif ◂ ltri ◃ loz ◊
cir ○ xcirc ◯ bigstar ★ starf ★ star ☆ phone ☎ female ♀ male ♂ spades ♠ clubs ♣ hearts ♥ diams ♦ sung ♪ flat ♭
natural ♮ sharp ♯ check ✓ checkmark ✓ cross ✗ malt ✠ maltese ✠ sext ✶ lang ⟨ langle ⟨ rang ⟩ rangle ⟩ leqslant ⩽
geqslant ⩾ fflig ﬀ filig ﬁ fllig ﬂ ffilig ﬃ ffllig ﬄ
`;

/** Those that cannot be seen. */
const invisible: readonly (readonly [string, string])[] = [
  ['nbsp', '\u00a0'],
  ['shy', '\u00ad'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['emsp13', '\u2004'],
  ['emsp14', '\u2005'],
  ['numsp', '\u2007'],
  ['puncsp', '\u2008'],
  ['thinsp', '\u2009'],
  ['hairsp', '\u200a'],
  ['MediumSpace', '\u205f'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['ZeroWidthSpace', '\u200b'],
  ['NoBreak', '\u2060'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['Tab', '\u0009'],
  ['NewLine', '\u000a'],
  ['NonBreakingSpace', '\u00a0'],
];

let names: Map<string, string> | undefined;

function namedCharacters(): Map<string, string> {
  const words = visible.trim().split(/\s+/);
  const named = new Map<string, string>(invisible);
  for (let index = 0; index < words.length; index += 2) named.set(words[index]!, words[index + 1]!);
  return named;
}

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));/g;

/**
 * Returns the text with HTML's character references as the characters that they stand for. An unknown name stays as it
 * is; a number that is no character becomes U+FFFD (CommonMark 0.31.2, section 2.5).
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole: string, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return (names ??= namedCharacters()).get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(decimal, 10);
    const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? String.fromCodePoint(code) : '\ufffd';
  });
}
